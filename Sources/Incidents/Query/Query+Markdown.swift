// SPDX-License-Identifier: MIT

extension Query {
  /// The page of documentation that describes the language, in Markdown.
  public static var markdown: String {
    let queue = QueryDialect.queue([.marks, .changes])
    var lines = [
      "# Queries", "",
      "What `/` in the queue, saved views and `tocsin list` understand, and in part",
      "`tocsin journal`. The table tocsin itself works from wrote this page; `make docs` writes it",
      "anew.", "",
      "| Write | for |", "| --- | --- |",
      "| `loader fin` | both words, anywhere in id, title, owner, severity, status, tags and the names of devices, users, files, addresses, techniques and categories |",
      "| `\"two words\"` | a phrase; in it `\\\"` is a quote and `\\\\` a backslash |",
      "| `sev:high` | a field with a value |",
      "| `device:=FIN-SRV-04` | a whole name, not a part of one: of a device, user, file, address, technique or category |",
      "| `sev:medium..`, `age:..2d` | a range, each end included; either end may be left out |",
      "| `not tag:test` | what does not match |",
      "| `owner:me or owner:none` | what matches one or the other |",
      "| `( … )` | what belongs together; else `not` binds most, `or` least |",
      "",
      "The case of letters never counts. Without `status:` or one of",
      queue.states.filter(\.choosesScope).map { "`is:\($0.name)`" }.joined(separator: ", "),
      "only open incidents show. Names may be shortened: `sev:h` is `sev:high`. A value that is no",
      "known name matches what the service wrote, if it wrote just that.",
      "", "Times are `30m`, `2h`, `3d`, `1w` or several of them, as `1d12h`.",
      "", "On the command line, only blanks, parentheses and quotes need quoting.",
      "", "## Fields", "", "| Field | Asks | Such as | Values |", "| --- | --- | --- | --- |",
    ]
    lines += queue.fields.map(row)
    lines += ["", "## States", "", "| State | Asks |", "| --- | --- |"]
    lines += queue.states.map { "| `is:\($0.name)` | \($0.help) |" }
    lines += [
      "", "## In the journal", "",
      "`tocsin journal` takes words, `not`, `or`, parentheses, and these fields.", "",
      "| Field | Asks | Such as | Values |", "| --- | --- | --- | --- |",
    ]
    lines += QueryDialect.journal.fields.map(row)
    return (lines + [""]).joined(separator: "\n")
  }

  private static func row(_ field: QueryField) -> String {
    let values: String
    switch field.values {
    case .names(let names), .ranks(let names):
      values = names.map { "`\($0)`" }.joined(separator: " ")
    case .text: values = ""
    case .spans: values = "a range of times"
    }
    return "| `\(field.name):` | \(field.help) | `\(field.example)` | \(values) |"
  }
}

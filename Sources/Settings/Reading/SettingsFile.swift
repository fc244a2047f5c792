// SPDX-License-Identifier: MIT

/// What a configuration file says: the values that can be used, and what is wrong with the rest.
public struct SettingsFile: Hashable, Sendable {
  /// A value, and where the file names it.
  public struct Placed: Hashable, Sendable {
    /// The value.
    public var value: SettingValue
    /// Where the setting's name stands.
    public var position: TextPosition

    /// Makes it.
    public init(_ value: SettingValue, at position: TextPosition) {
      self.value = value
      self.position = position
    }
  }

  /// The usable values by the setting's name.
  public var values: [String: Placed] = [:]
  /// What is wrong, in the file's order.
  public var problems: [SettingsProblem] = []

  /// A file that says nothing.
  public init() {}

  /// Reads a file; an empty one, or one of comments only, says nothing.
  public init(_ bytes: [UInt8]) {
    do throws(SettingsProblem) {
      guard let root = try JSON5Reader.readAny(bytes) else { return }
      guard case .object(let members) = root.content else {
        throw SettingsProblem(root.position, "The file is \(root.kind); { … } is expected.")
      }
      for member in members { take(member) }
    } catch {
      problems.append(error)
    }
  }

  /// What the file says of a setting; `nil` if nothing that can be used.
  public subscript(setting: Setting) -> Placed? { values[setting.id] }

  private mutating func take(_ member: JSON5Member) {
    // Editors write it, to find the schema.
    if member.name == "$schema" { return }
    guard let setting = Setting.named(member.name) else {
      let names = Setting.all.map(\.id)
      let question = Nearest.question(member.name, among: names)
      problems.append(
        SettingsProblem(
          member.position, "There is no setting '\(member.name)'.\(question)",
          // What was meant may not be what counts now.
          setting: Nearest.name(to: member.name, among: names) ?? member.name))
      return
    }
    do throws(SettingsProblem) {
      values[setting.id] = Placed(try setting.read(member.value), at: member.position)
    } catch {
      problems.append(error)
    }
  }
}

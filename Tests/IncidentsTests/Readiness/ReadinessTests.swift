// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct ReadinessTests {
  /// So many days after the first line of a script.
  private func later(days: Int64) -> Timestamp {
    Timestamp(milliseconds: JournalScript.time(ofLine: 1).milliseconds + days * 86_400_000)
  }

  @Test func `items stand by when they are due, completed ones last`() {
    var script = JournalScript()
    script.keep("alice", .readiness, "a", ["title": "A", "state": "completed"])
    script.keep("alice", .readiness, "b", ["title": "B", "due": "2026-12-02T00:00:00.000Z"])
    script.keep("alice", .readiness, "c", ["title": "C", "due": "2026-12-01T00:00:00.000Z"])
    script.keep("alice", .readiness, "d", ["title": "D", "state": "paused"])
    script.keep("alice", .readiness, "e", ["title": "E", "state": "inProgress"])
    let readiness = Readiness(script.book)
    #expect(readiness.items.map(\.id) == ["c", "b", "d", "e", "a"])
    #expect(readiness.items[2].state.title == "paused")
    #expect(readiness.count(.completeNow) == 2)
    #expect(readiness.items[0].isOverdue(at: later(days: 30)))
    #expect(!readiness.items[4].isOverdue(at: later(days: 30)))
  }

  @Test func `more cannot be protected than should be, also where only one number is new`() throws {
    var script = JournalScript()
    let day = try #require(Subject(.assets, "2026-11-20"))
    let edit = { RecordEdit(day, $0) }
    #expect(
      script.record("alice", edit(["protectedDevices": "5", "targetDevices": "3"]))
        .acceptedRecords.isEmpty)
    script.record("alice", edit(["protectedDevices": "5", "targetDevices": "9"]))
    let less = script.record("alice", edit(["targetDevices": "4"]))
    #expect(
      less.firstRefusal?.refusal
        == .unlawful(
          "Devices: 5 of 4 cannot be; the target is all that should be protected."))
    #expect(Readiness(script.book).history(.devices).latest?.part == .init(5, of: 9))
  }

  @Test func `an item grows old from when it was checked, and warns after thirty days`() {
    var script = JournalScript()
    script.keep("alice", .readiness, "a", ["title": "A"])
    let month = later(days: 30)
    #expect(Readiness(script.book).staleness(at: month) == nil)
    let more = Timestamp(milliseconds: month.milliseconds + 1)
    #expect(Readiness(script.book).staleness(at: more)?.description == "30d")
    script.keep("alice", .readiness, "b", ["title": "B", "checkedAt": month.iso8601])
    // The one that was longest not looked at counts.
    #expect(Readiness(script.book).staleness(at: more) != nil)
    script.keep("alice", .readiness, "a", ["checkedAt": month.iso8601])
    #expect(Readiness(script.book).staleness(at: more) == nil)
    #expect(Readiness().age(at: month) == nil)
  }

  @Test func `counts have a trend, and whole percent only where nothing is missing`() throws {
    var script = JournalScript()
    script.keep(
      "alice", .assets, "2026-11-20", ["protectedDevices": "1840", "targetDevices": "2000"])
    script.keep(
      "alice", .assets, "2026-11-13", ["protectedDevices": "1800", "targetDevices": "2000"])
    script.keep(
      "alice", .assets, "2026-11-21",
      ["protectedDevices": "1999", "targetDevices": "2000", "protectedIdentities": "x"])
    script.keep("alice", .assets, "soon", ["protectedDevices": "1", "targetDevices": "2"])
    let devices = Readiness(script.book).history(.devices)
    #expect(devices.points.map(\.part.protected) == [1800, 1840, 1999])
    #expect(devices.latest?.part.percent == 99)
    #expect(devices.change == 159)
    #expect(Readiness(script.book).history(.identities).latest == nil)
    #expect(AssetCount.Part(5, of: 0).percent == nil)
    #expect(AssetCount.part("1840/2000") == AssetCount.Part(1840, of: 2000))
    for text in ["1840", "1840/", "-1/2", "a/b", "1/2/3", "99999999999/1"] {
      #expect(AssetCount.part(text) == nil)
    }
  }

  @Test func `who would be phoned is who has a phone and hours that cover now`() {
    var script = JournalScript()
    script.keep(
      "alice", .contact, "ada",
      ["name": "Ada", "phone": "+44 1", "hours": "Mon-Fri 08:00-18:00"])
    script.keep("alice", .contact, "bo", ["name": "Bo", "phone": "+44 2"])
    script.keep("alice", .contact, "cy", ["name": "Cy", "hours": "always"])
    script.keep(
      "alice", .contact, "di",
      ["name": "Di", "phone": "+44 4", "hours": "always", "for": "serviceReview"])
    let cover = Readiness(script.book).cover
    // 2026-11-23, a Monday.
    let noon = Timestamp(milliseconds: 1_795_435_200_000)
    #expect(cover.answering(at: noon, in: .utc).map(\.name) == ["Ada"])
    let night = Timestamp(milliseconds: noon.milliseconds + 10 * 3_600_000)
    #expect(cover.answering(at: night, in: .utc).isEmpty)
    #expect(
      cover.gaps == [
        .noHours("Bo"), .noPhone("Cy"),
        .uncovered(
          minutes: 118 * 60,
          stretches: [
            "Mon 18:00 to Tue 08:00", "Tue 18:00 to Wed 08:00", "Wed 18:00 to Thu 08:00",
            "Thu 18:00 to Fri 08:00", "Fri 18:00 to Mon 08:00",
          ]),
      ])
    #expect(cover.coveredMinutes == 50 * 60)
    #expect(
      cover.gaps.last?.sentence
        == "Nobody answers for 118 hours of the week: Mon 18:00 to Tue 08:00, Tue 18:00 to Wed "
        + "08:00, Wed 18:00 to Thu 08:00 and 2 more.")
  }

  @Test func `one contact alone is a gap, and none is the only one`() {
    #expect(PhoneCover([]).gaps == [.noContact])
    var script = JournalScript()
    script.keep("alice", .contact, "ada", ["name": "Ada", "phone": "1", "hours": "always"])
    #expect(Readiness(script.book).cover.gaps == [.single("Ada")])
    script.keep("alice", .contact, "bo", ["name": "Bo", "phone": "2", "hours": "late"])
    #expect(Readiness(script.book).cover.gaps == [.unreadHours("Bo", "late")])
  }

  @Test func `permissions nobody spoke of are not recorded`() {
    var script = JournalScript()
    script.keep("alice", .permission, "guide", ["state": "granted"])
    let readiness = Readiness(script.book)
    #expect(readiness.answer(.guide) == .granted)
    #expect(readiness.answer(.respond) == nil)
  }

  @Test func `a group is found where the data names it, and nowhere else`() throws {
    var incident = Incident(id: incident("1"))
    var alert = Alert(id: "a")
    var device = Evidence(kind: .device, type: "deviceEvidence")
    device.name = "FIN-SRV-04"
    device.identifier = "160c"
    device.fields = [.init("group", "Finance Servers"), .init("tags", "vip, lab")]
    var group = Evidence(kind: .other, type: "securityGroupEvidence")
    group.name = "Board members"
    alert.evidence = [device, group]
    incident.alerts = [alert]
    incident.tags = ["Plant"]
    func exclusion(_ name: String, _ kind: String) -> Exclusion {
      var script = JournalScript()
      script.keep("alice", .exclusion, "x", ["name": name, "kind": kind])
      return Readiness(script.book).exclusions[0]
    }
    #expect(exclusion("finance servers", "deviceGroup").isNamed(in: incident))
    #expect(exclusion("lab", "deviceGroup").isNamed(in: incident))
    #expect(exclusion("plant", "deviceGroup").isNamed(in: incident))
    #expect(exclusion("Board members", "userGroup").isNamed(in: incident))
    #expect(!exclusion("Finance Servers", "userGroup").isNamed(in: incident))
    #expect(!exclusion("Finance", "deviceGroup").isNamed(in: incident))
    var response = ManagedResponse(id: "r")
    response.target = "160C"
    #expect(exclusion("Finance Servers", "deviceGroup").isNamed(for: response, in: incident))
    response.target = "j.doe"
    #expect(!exclusion("Finance Servers", "deviceGroup").isNamed(for: response, in: incident))
  }

  @Test func `what of a checklist is here stays as it is`() throws {
    var script = JournalScript()
    script.keep("alice", .readiness, "a", ["title": "Mine"])
    let a = try #require(Subject(.readiness, "a"))
    let b = try #require(Subject(.readiness, "b"))
    let checklist = [a: ["title": "A"], b: ["title": "B"]]
    #expect(
      Readiness.missing(of: checklist, in: script.book) == RecordEdit(b, ["title": "B"]))
  }
}

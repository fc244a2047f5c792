// SPDX-License-Identifier: MIT

import Incidents
import Testing

@Suite struct GraphValueTests {
  /// Every name the schema gives must be read as something known, in any case, and be written
  /// back as it was.
  private func roundTrips<Value: GraphValue>(_ type: Value.Type, _ names: String) {
    var values: Set<Value> = []
    for part in names.split(separator: " ") {
      let name = String(part)
      let value = Value(graphName: name)
      #expect(value.unrecognizedName == nil, "\(name)")
      #expect(value.graphName == name)
      #expect(Value(graphName: name.uppercased()) == value)
      #expect(Value(graphName: name.lowercased()) == value)
      #expect(values.insert(value).inserted, "\(name) is taken for another")
    }
    for raw in ["unknownFutureValue", "", " active", "Кириллица", "e\u{301}", "OPENED"] {
      let value = Value(graphName: raw)
      #expect(value.unrecognizedName.map { Array($0.utf8) } == Array(raw.utf8))
      #expect(Array(value.graphName.utf8) == Array(raw.utf8))
    }
  }

  @Test func `every name of the schema is known and written back`() {
    roundTrips(IncidentStatus.self, "active inProgress awaitingAction resolved redirected")
    roundTrips(Severity.self, "unknown informational low medium high")
    roundTrips(
      Classification.self, "unknown falsePositive truePositive informationalExpectedActivity")
    roundTrips(
      Determination.self,
      "unknown apt malware securityPersonnel securityTesting unwantedSoftware other"
        + " multiStagedAttack compromisedAccount phishing maliciousUserActivity notMalicious"
        + " notEnoughDataToValidate confirmedActivity lineOfBusinessApplication")
    roundTrips(Verdict.self, "unknown suspicious malicious noThreatsFound")
    roundTrips(ResponseStatus.self, "open inProgress completed failed notRelevant")
    roundTrips(
      ExecutionState.self, "notStarted inProgress partiallyCompleted completed failed")
    roundTrips(
      Performer.self, "defenderExpertsGuidedResponse defenderExpertsManagedResponse")
    roundTrips(
      ResponseAction.self,
      "text isolateDevice stopAndQuarantineFile runAntiVirusScan collectInvestigationPackage"
        + " restrictAppExecution submitIocRule forceUserPasswordReset disableUser"
        + " markUserAsCompromised requireSignIn hardDeleteEmail softDeleteEmail unIsolateDevice"
        + " unRestrictAppExecution enableUser")
  }

  @Test func `older names are read, and written as the schema's`() {
    #expect(IncidentStatus(graphName: "New").graphName == "active")
    #expect(Determination(graphName: "CompromisedUser").graphName == "compromisedAccount")
    #expect(Determination(graphName: "clean").graphName == "notMalicious")
    #expect(Determination(graphName: "InsufficientData").graphName == "notEnoughDataToValidate")
    #expect(Determination(graphName: "confirmedUserActivity").graphName == "confirmedActivity")
  }

  @Test func `only ASCII case is ignored`() {
    // The Kelvin sign lower-cases to k, and the long s upper-cases to S.
    #expect(Severity(graphName: "\u{212A}").unrecognizedName == "\u{212A}")
    #expect(IncidentStatus(graphName: "re\u{17F}olved").unrecognizedName != nil)
  }

  @Test(arguments: [
    (Severity.informational, 0), (.low, 1), (.medium, 2), (.high, 3), (.unknown, 3),
    (.unrecognized("critical"), 3),
  ])
  func `severity that is not known is as urgent as high`(severity: Severity, rank: Int) {
    #expect(severity.rank == rank)
  }

  @Test func `only the experts take the ball from the customer`() {
    #expect(Performer.you.isCustomer)
    #expect(Performer(graphName: "defenderExpertsXDR").isCustomer)
    #expect(!Performer.experts.isCustomer)
  }
}

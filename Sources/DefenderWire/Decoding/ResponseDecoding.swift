// SPDX-License-Identifier: MIT

import Incidents

extension FieldReader {
  /// A managed response; `nil` without a usable id.
  mutating func response(_ object: JSONValue) -> ManagedResponse? {
    guard let id = object.taskID else {
      flag("id", "task without a usable id", object["id"])
      return nil
    }
    var response = ManagedResponse(id: id)
    response.title = text("displayName", of: object)
    response.details = text("description", of: object)
    response.status = value("status", of: object, default: .open)
    response.execution = value("actionStatus", of: object, default: .notStarted)
    response.performer = value("source", of: object, default: .you)
    response.createdAt = timestamp("createdDateTime", of: object)
    response.createdBy = text("createdByDisplayName", of: object)
    response.updatedAt = timestamp("lastModifiedDateTime", "lastUpdateDateTime", of: object)
    response.lastModifiedBy = text("lastModifiedByDisplayName", of: object)
    let action = object.present("responseAction")
    if let action {
      readAction(action, into: &response)
    }
    response.action = value("actionType", of: object, default: action?.responseAction ?? .text)
    return response
  }

  private mutating func readAction(_ action: JSONValue, into response: inout ManagedResponse) {
    guard action.kind == .object else {
      flag("responseAction", "\(action.kind.noun), not an object", action)
      return
    }
    within(.name("responseAction")) { reader in
      response.target = reader.text("identifierValue", of: action)
      response.device = reader.text("deviceId", of: action)
      response.isolationType = reader.text("isolationType", of: action)
    }
  }
}

extension JSONValue {
  /// The catalogue entry a response action's type names.
  ///
  /// Examples write `isolateDeviceResponseAction`, the schema `isolateDeviceIncidentTaskResponseAction`.
  fileprivate var responseAction: ResponseAction? {
    guard let type = self["@odata.type"]?.string?.text else { return nil }
    var name = Substring(WireType(type).name)
    for suffix in ["ResponseAction", "IncidentTask"] where name.hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return name == "softDelete" ? .softDeleteEmail : ResponseAction(graphName: String(name))
  }
}

// SPDX-License-Identifier: MIT

import Incidents
import Settings

extension EffectiveSettings {
  /// The customer's own incident response provider.
  var provider: ResponseProvider {
    func text(_ setting: Setting) -> String { self[setting].value.text ?? "" }
    let customer = text(.providerCustomer)
    return ResponseProvider(
      name: text(.providerName), phone: text(.providerPhone), contract: text(.providerContract),
      customer: customer == "unknown" ? "" : customer)
  }
}

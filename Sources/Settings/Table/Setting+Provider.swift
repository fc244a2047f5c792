// SPDX-License-Identifier: MIT

extension Setting {
  /// The customer's own incident response provider.
  public static let provider = [
    providerName, providerPhone, providerContract, providerCustomer,
  ]

  /// Its name.
  public static let providerName = Setting(
    "provider.name", .name(limit: 100), standard: .usual,
    help: "Your incident response team or provider, shown on the escalation board.")
  /// Its phone number.
  public static let providerPhone = Setting(
    "provider.phone", .name(limit: 60), standard: .usual, help: "The number to call it by.")
  /// The number of the contract.
  public static let providerContract = Setting(
    "provider.contract", .name(limit: 100), standard: .usual,
    help: "The contract number it will ask for.")
  /// Whether the customer has Microsoft Unified or Premier Support.
  public static let providerCustomer = Setting(
    "provider.customer", .choice(["unknown", "unified", "premier", "no"]),
    standard: .text("unknown"),
    help: "Whether you are a Unified or Premier Support customer of Microsoft.")
}

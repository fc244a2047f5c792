// SPDX-License-Identifier: MIT

extension State {
  /// Takes a configuration over, or keeps it until the dialog is gone.
  mutating func receive(_ configuration: Configuration) {
    guard holdsNews else { return configure(configuration) }
    heldConfiguration = configuration
  }

  /// Takes over the configuration that was kept back.
  mutating func takeHeldConfiguration() {
    guard let configuration = heldConfiguration, !holdsNews else { return }
    heldConfiguration = nil
    configure(configuration)
  }

  private mutating func configure(_ configuration: Configuration) {
    // Half of a sequence may now begin another.
    if keymap != configuration.keymap { pendingKeys = [] }
    keymap = configuration.keymap
    savedViews = configuration.views
    // An option, or a key, outranks the file until the file itself says something else.
    if configuration.theme != configuredTheme { theme = configuration.theme }
    configuredTheme = configuration.theme
    notify = configuration.notify
  }
}

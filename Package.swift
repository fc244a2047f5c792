// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT

import PackageDescription

/// The language mode of every Swift target: Swift 6, explicit existentials, no leaking imports,
/// and a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The pure modules promise more: not one unsafe operation.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "tocsin",
  targets: [
    .target(name: "Incidents", swiftSettings: pure),
    .target(name: "SafeText", swiftSettings: pure),
    .target(name: "Cells", dependencies: ["SafeText"], swiftSettings: pure),
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Terminal", dependencies: ["Cells", "SafeText", "CTerminal"], swiftSettings: strict),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Cells", "SafeText"],
      path: "Sources/TerminalProbe", swiftSettings: strict),
    .target(name: "TestSupport", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "CTerminal", "Cells", "SafeText", "TestSupport", "terminal-probe",
      ],
      swiftSettings: strict),
    .testTarget(name: "CellsTests", dependencies: ["Cells", "SafeText"], swiftSettings: strict),
  ]
)

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
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "Incidents", swiftSettings: pure),
    .target(name: "SafeText", swiftSettings: pure),
    .target(name: "DefenderWire", dependencies: ["Incidents"], swiftSettings: pure),
    .target(name: "Cells", dependencies: ["SafeText"], swiftSettings: pure),
    .target(name: "CFileSystem"),
    .target(
      name: "IncidentStore",
      dependencies: [
        "Incidents", "DefenderWire", "CFileSystem",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["DefenderWire", "Incidents", "IncidentStore"],
      swiftSettings: strict),
    .testTarget(
      name: "IncidentStoreTests",
      dependencies: ["DefenderWire", "IncidentStore", "Incidents", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "IncidentsTests", dependencies: ["Incidents"], swiftSettings: strict),
    .testTarget(name: "CellsTests", dependencies: ["Cells", "SafeText"], swiftSettings: strict),
    .testTarget(
      name: "DefenderWireTests", dependencies: ["DefenderWire", "Incidents"],
      swiftSettings: strict),
  ]
)

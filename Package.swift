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

/// Modules nobody waits for are built small: what runs once per command or report.
let small: SwiftSetting = .unsafeFlags(["-Osize"], .when(configuration: .release))

/// How the program is linked: equal functions once, no names for whoever would load it as a library,
/// relocations packed (a twentieth of the size; Debian 12 reads that), the C++ runtime inside.
let compact: LinkerSetting = .unsafeFlags(
  [
    "-use-ld=lld", "-Xlinker", "--icf=safe", "-Xlinker", "--no-export-dynamic",
    "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xclang-linker", "-static-libgcc",
    "-L", Context.packageDirectory + "/Scripts/link",
  ], .when(configuration: .release))

let package = Package(
  name: "tocsin",
  products: [
    .executable(name: "tocsin", targets: ["tocsin"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // The pure modules: values and rules, no input or output.
    .target(name: "Incidents", swiftSettings: pure),
    .target(name: "SafeText", swiftSettings: pure),
    .target(name: "Cells", dependencies: ["SafeText"], swiftSettings: pure),
    .target(name: "Settings", swiftSettings: pure + [small]),
    .target(
      name: "Console", dependencies: ["Incidents", "Cells", "SafeText", "Settings"],
      swiftSettings: pure),
    .target(name: "DefenderWire", dependencies: ["Incidents"], swiftSettings: pure),
    .target(
      name: "Reports", dependencies: ["Incidents", "SafeText"], swiftSettings: pure + [small]),

    // The edges: disk, terminal, compiled-in data.
    .target(name: "CFileSystem"),
    .target(
      name: "IncidentStore",
      dependencies: [
        "Incidents", "DefenderWire", "CFileSystem",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "CTerminal",
      cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Terminal", dependencies: ["Cells", "SafeText", "CTerminal"], swiftSettings: strict),
    .target(name: "CResources", cSettings: [.treatAllWarnings(as: .error)]),
    .target(name: "Resources", dependencies: ["CResources"], swiftSettings: strict),
    .target(
      name: "ConsoleRuntime",
      dependencies: [
        "Console", "Incidents", "Cells", "SafeText", "Settings", "Terminal", "IncidentStore",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "tocsin",
      dependencies: [
        "Cells", "Console", "ConsoleRuntime", "DefenderWire", "IncidentStore", "Incidents",
        "Reports", "Resources", "SafeText", "Settings", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict + [small], linkerSettings: [compact]),
    .executableTarget(
      name: "keys-document", dependencies: ["Console", "Incidents", "Settings"],
      path: "Sources/KeysDocument",
      swiftSettings: strict),

    // The tests, and what only they need.
    .target(
      name: "TestSupport",
      dependencies: [
        "Incidents", "IncidentStore", "Console", "ConsoleRuntime", "Cells", "DefenderWire",
        "SafeText", "Terminal",
      ], swiftSettings: strict),
    .target(name: "CWidth", path: "Tests/Support/CWidth"),
    .target(name: "HostileText", path: "Tests/Support/HostileText", swiftSettings: strict),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Cells", "SafeText"],
      path: "Sources/TerminalProbe", swiftSettings: strict),
    .executableTarget(
      name: "store-writer", dependencies: ["IncidentStore", "Incidents", "TestSupport"],
      path: "Sources/StoreWriter", swiftSettings: strict),
    .testTarget(
      name: "StoreTortureTests",
      dependencies: ["IncidentStore", "Incidents", "TestSupport", "store-writer", "tocsin"],
      swiftSettings: strict),
    .testTarget(name: "IncidentsTests", dependencies: ["Incidents"], swiftSettings: strict),
    .testTarget(
      name: "SafeTextTests", dependencies: ["SafeText", "CWidth", "HostileText"],
      swiftSettings: strict),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "SafeText", "HostileText"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Incidents", "SafeText", "DefenderWire", "HostileText"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Cells", "SafeText", "Incidents", "IncidentStore", "TestSupport",
        "HostileText", "Settings",
      ], swiftSettings: strict),
    .testTarget(
      name: "SettingsTests", dependencies: ["Settings", "Console", "DefenderWire"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleRuntimeTests",
      dependencies: [
        "ConsoleRuntime", "Console", "Cells", "Incidents", "IncidentStore", "Settings",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "DefenderWireTests", dependencies: ["DefenderWire", "Incidents"],
      swiftSettings: strict),
    .testTarget(
      name: "IncidentStoreTests",
      dependencies: ["DefenderWire", "IncidentStore", "Incidents", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "CTerminal", "Cells", "SafeText", "TestSupport", "terminal-probe",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "DefenderWire", "IncidentStore", "Incidents", "Reports", "Resources", "Settings",
        "TestSupport", "tocsin",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict + [small]),
    .testTarget(
      name: "LiveTests", dependencies: ["TestSupport", "tocsin"], swiftSettings: strict),
    .testTarget(name: "ResourcesTests", dependencies: ["Resources"], swiftSettings: strict),
    .testTarget(
      name: "ConsoleTerminalTests",
      dependencies: ["CWidth", "Resources", "TestSupport", "tocsin"], swiftSettings: strict),
  ]
)

// The fuzzer needs a build of its own: every module instrumented, and libFuzzer linked. Without it
// the same functions are a test that replays the corpus.
let fuzzed: [Target.Dependency] = ["DefenderWire", "IncidentStore", "Incidents", "SafeText"]
if Context.environment["TOCSIN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "tocsin-fuzz", dependencies: fuzzed, path: "Tests/Fuzzing",
      exclude: ["corpus", "dictionaries", "Replay"], sources: ["Targets", "Program"],
      swiftSettings: strict))
} else {
  package.targets.append(
    .testTarget(
      name: "FuzzCorpusTests", dependencies: fuzzed, path: "Tests/Fuzzing",
      exclude: ["corpus", "dictionaries", "Program"], sources: ["Targets", "Replay"],
      swiftSettings: strict))
}

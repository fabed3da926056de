// swift-tools-version: 6.2
import PackageDescription

/// Warnings of our own targets are errors; dependencies keep theirs.
let swift: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let c: [CSetting] = [.enableWarning("all"), .treatAllWarnings(as: .error)]

let package = Package(
  name: "attend",
  targets: [
    .target(name: "AttentionCore", swiftSettings: swift),
    .target(name: "Frames", swiftSettings: swift),
    .target(name: "Tutorial", dependencies: ["AttentionCore"], swiftSettings: swift),
    .testTarget(name: "AttentionCoreTests", dependencies: ["AttentionCore"], swiftSettings: swift),
    .testTarget(name: "FramesTests", dependencies: ["Frames"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)

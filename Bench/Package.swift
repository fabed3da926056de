// swift-tools-version: 6.2
import PackageDescription

/// What `make bench` measures the core with; a package of its own, so that no other build knows of it.
let package = Package(
  name: "bench",
  dependencies: [.package(name: "attend", path: "..")],
  targets: [
    .executableTarget(
      name: "core-bench", dependencies: [.product(name: "AttentionCore", package: "attend")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

/// Warnings of our own targets are errors; dependencies keep theirs.
let swift: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let c: [CSetting] = [.enableWarning("all"), .treatAllWarnings(as: .error)]

let package = Package(
  name: "attend",
  products: [
    // For Bench, which is a package of its own.
    .library(name: "AttentionCore", targets: ["AttentionCore"]),
    // Loaded by tests before the program, to let its calls on files fail.
    .library(name: "failing-calls", type: .dynamic, targets: ["CFailingCalls"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Pure: state and event to state, state and size to frame.
    .target(name: "AttentionCore", swiftSettings: swift),
    .target(name: "Frames", swiftSettings: swift),
    .target(name: "Tutorial", dependencies: ["AttentionCore"], swiftSettings: swift),
    .target(
      name: "TutorialView", dependencies: ["AttentionCore", "Frames", "Tutorial"], swiftSettings: swift),

    // Lesson folders, read by libyaml.
    .target(name: "CYAML", cSettings: c, linkerSettings: [.linkedLibrary("yaml")]),
    .target(
      name: "LessonFile", dependencies: ["AttentionCore", "Tutorial", "CYAML"], swiftSettings: swift,
      plugins: ["EmbedLessons"]),
    .plugin(name: "EmbedLessons", capability: .buildTool(), exclude: ["embed.sh", "Lessons"]),

    // What the learner did, kept between sessions.
    .target(name: "ProgressFile", dependencies: ["Tutorial"], swiftSettings: swift),

    // The terminal, behind one C file.
    .target(
      name: "CTerminal", cSettings: c,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]),
    .target(name: "TerminalScreen", dependencies: ["CTerminal", "Frames"], swiftSettings: swift),

    .executableTarget(
      name: "attend",
      dependencies: [
        "AttentionCore", "Frames", "Tutorial", "TutorialView", "LessonFile", "ProgressFile", "TerminalScreen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    .testTarget(name: "AttentionCoreTests", dependencies: ["AttentionCore"], swiftSettings: swift),
    .testTarget(name: "FramesTests", dependencies: ["Frames"], swiftSettings: swift),
    .testTarget(name: "TutorialTests", dependencies: ["Tutorial", "LessonFile"], swiftSettings: swift),
    .testTarget(
      name: "TutorialViewTests", dependencies: ["TutorialView", "LessonFile"],
      exclude: ["Screens", "Transcripts"],
      swiftSettings: swift),
    .testTarget(name: "ArchitectureTests", swiftSettings: swift),
    .testTarget(
      name: "CommandTests", dependencies: ["attend", "Frames", "Tutorial", "TutorialView", "LessonFile"],
      exclude: ["Fixtures"], swiftSettings: swift),
    .testTarget(
      name: "LessonFileTests", dependencies: ["LessonFile"], exclude: ["Witness"], swiftSettings: swift),
    .testTarget(
      name: "ProgressFileTests", dependencies: ["ProgressFile", "Soak", "save-probe"], swiftSettings: swift),
    .executableTarget(
      name: "save-probe", dependencies: ["ProgressFile", "Tutorial"], path: "Tests/SaveProbe",
      swiftSettings: swift),
    // How often a test with a short and a long version tries.
    .target(name: "Soak", path: "Tests/Soak", swiftSettings: swift),

    // Whole programs on a terminal of their own, seen through an emulator.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", cSettings: c),
    .target(name: "CFailingCalls", path: "Tests/CFailingCalls", cSettings: c),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .executableTarget(
      name: "screen-probe", dependencies: ["TerminalScreen", "Frames"], path: "Tests/ScreenProbe",
      swiftSettings: swift),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "TerminalScreen", "Frames", "CPseudoTerminal", "CVterm", "Soak", "screen-probe", "attend",
      ],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)

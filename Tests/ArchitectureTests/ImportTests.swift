import Foundation
import Testing

/// What each target may import: the layers of the program. SwiftPM checks the packages' own modules, but lets system
/// modules and Foundation through.
private let allowed: [String: Set<String>] = [
  "AttentionCore": ["Glibc"],
  "Frames": ["Glibc"],
  "Tutorial": ["AttentionCore"],
  "TutorialView": ["AttentionCore", "Frames", "Tutorial"],
  "LessonFile": ["AttentionCore", "Tutorial", "CYAML", "Glibc"],
  "ProgressFile": ["Tutorial", "Glibc"],
  "TerminalScreen": ["CTerminal", "Frames", "Glibc"],
  "attend": [
    "AttentionCore", "Frames", "Tutorial", "TutorialView", "LessonFile", "ProgressFile", "TerminalScreen",
    "ArgumentParser", "Glibc", "FoundationEssentials",
  ],
]

/// The C targets, with the headers that only they may include.
private let headers: [String: String] = ["curses.h": "CTerminal", "yaml.h": "CYAML"]

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Sources").standardizedFileURL

private func files(endingIn endings: [String]) throws -> [(target: String, path: String, text: String)] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
  return try paths.filter { path in endings.contains { path.hasSuffix($0) } }.map { path in
    (
      String(path.prefix { $0 != "/" }), path,
      try String(contentsOf: sources.appending(path: path), encoding: .utf8)
    )
  }
}

@Suite struct ImportTests {
  @Test func `every Swift file imports only what its layer may know`() throws {
    let swift = try files(endingIn: [".swift"])
    #expect(swift.count > 50)
    for file in swift {
      let layer = try #require(allowed[file.target], "\(file.target) has no line in the table")
      for line in file.text.split(separator: "\n")
      where line.contains(#/^\s*(@\w+\s+)*(public |internal |package )?import /#) {
        let module = String(line.split(separator: " ").last ?? "")
        #expect(layer.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `curses and libyaml stay behind one target each`() throws {
    for file in try files(endingIn: [".c", ".h"]) {
      for (header, owner) in headers where file.text.contains("#include <\(header)>") {
        #expect(file.target == owner, "\(file.path) includes \(header)")
      }
    }
  }
}

import Foundation
import Testing

/// What `docs/write-a-lesson.md` tells a reader to write and to run, done as they would do it.
@Suite struct ChapterTests {
  /// A code block, with the words after its three backticks.
  private struct Block {
    var language: String
    /// What a reader does with it: a file, `+` to add to it, `/ text` to replace its line with that text.
    var rest: String
    var text: String
  }

  private static func blocks(of chapter: String) throws -> [Block] {
    let text = try String(
      contentsOf: packageFolder.appending(path: "docs/\(chapter)"), encoding: .utf8)
    return text.matches(of: #/\n```(\w+) ?(.*)\n((?s:.*?))\n```\n/#).map {
      Block(language: String($0.1), rest: String($0.2), text: String($0.3) + "\n")
    }
  }

  /// Writes a file as a block says.
  private func write(_ block: Block, in folder: URL) throws {
    let words = block.rest.split(separator: " ", maxSplits: 2).map(String.init)
    let file = folder.appending(path: words[0])
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    var text = block.text
    if words.count > 1 {
      let old = try String(contentsOf: file, encoding: .utf8)
      if words[1] == "+" {
        text = old + text
      } else {
        let line = try #require(old.split(separator: "\n").first { $0.contains(words[2]) })
        text = old.replacing(line + "\n", with: text)
      }
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `whoever follows the chapter sees what it says`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var commands = 0
    for block in try Self.blocks(of: "write-a-lesson.md") {
      guard block.language == "console" else {
        try write(block, in: folder)
        continue
      }
      var shown = block.text
      while shown.hasPrefix("$ attend ") {
        let line = shown.prefix { $0 != "\n" }
        shown = String(shown.dropFirst(line.count + 1))
        let expected = shown.range(of: "$ attend").map { String(shown[..<$0.lowerBound]) } ?? shown
        shown = String(shown.dropFirst(expected.count))
        let arguments = line.split(separator: " ").dropFirst(2).map(String.init)
        #expect(try attend(arguments, folder: folder).output == expected, "\(line)")
        commands += 1
      }
    }
    #expect(commands == 8)
  }

  @Test func `the lesson of everything uses every key of the tables`() throws {
    let tour = try #require(try Self.blocks(of: "write-a-lesson.md").first { $0.rest == "tour/lesson.yaml" })
    for key in [
      "show", "as", "reveal", "strip", "edit", "start", "try", "choices", "answer", "proof", "goal", "limit",
      "solution", "wrong", "role", "rows", "columns", "cells", "range", "step", "digits", "fixed", "formula",
    ] {
      #expect(tour.text.contains("\(key):"), "\(key)")
    }
  }
}

import Foundation
import ProgressFile
import Testing
import Tutorial

/// The example of `docs/progress-file.md`.
private func example() throws -> String {
  let file = URL(filePath: #filePath).appending(path: "../../../docs/progress-file.md").standardizedFileURL
  let parts = try String(contentsOf: file, encoding: .utf8).split(separator: "```\n")
  return String(try #require(parts.count == 3 ? parts[1] : nil))
}

private let meaning = SavedProgress(
  lesson: "two-tokens",
  lessons: [
    "two-tokens": SavedLesson(
      step: "bars", furthest: "output", met: ["c1"],
      answers: [
        "p1": SavedAnswer(votes: ["rises", "falls"], isRevealed: true), "p2": SavedAnswer(votes: ["0,889 "]),
      ],
      places: [
        "": [
          SavedChange(kind: "typed", edits: ["K[1,3] = 3.1"]),
          SavedChange(kind: "nudged", edits: ["K[1,3] = 3.2"]),
        ],
        "step:c1": [
          SavedChange(
            kind: "restoredStep", edits: ["K[1,1] = 0.54", "K[1,2] = 0.36"], restored: ["S[1,2]"])
        ],
      ])
  ])

private func parse(_ text: String) throws -> ProgressDocument {
  try ProgressDocument(parsing: Array(text.utf8))
}

@Suite struct TextTests {
  @Test func `the text of the documentation is what is read and written`() throws {
    #expect(try parse(example()) == ProgressDocument(progress: meaning))
    #expect(try ProgressDocument(progress: meaning).text == example())
  }

  @Test func `the sentence of the sandbox is kept, and one that cannot be read stays as it is`() throws {
    let recipe = Recipe(sentence: "¿Qué dice el #1?", dimensions: 8, seed: .max)
    let progress = SavedProgress(
      lessons: ["sandbox": SavedLesson(step: "hello", furthest: "hello", recipe: recipe)])
    let text = ProgressDocument(progress: progress).text
    #expect(text.contains("\n  sentence 8 18446744073709551615 \"¿Qué dice el #1?\"\n"))
    #expect(try parse(text).progress == progress)
    let odd = text.replacing("sentence 8", with: "sentence eight")
    #expect(try parse(odd).progress.lessons["sandbox"]?.recipe == nil)
    #expect(try parse(odd).text.contains("sentence eight"))
  }

  @Test func `nothing at all is a progress file too`() throws {
    #expect(ProgressDocument().text == "attend progress 1\n\nend\n")
    #expect(try parse(ProgressDocument().text) == ProgressDocument())
  }

  @Test(arguments: 0..<20)
  func `whatever is saved reads back as it was`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<100 {
      let document = ProgressDocument(progress: random.progress())
      #expect(try parse(document.text) == document)
      #expect(
        !document.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
  }

  @Test func `an editor may change the ends of lines, the indentation and put a mark in front`() throws {
    let example = try example()
    let edited = [
      "\u{FEFF}" + example, example.replacing("\n", with: "\r\n"), example.replacing("  ", with: "\t"),
      example.replacing("\n\n", with: "\n"), String(example.dropLast()),
      example.replacing(" \n", with: "\n\n\n"),
    ]
    for text in edited { #expect(try parse(text).progress == meaning) }
  }

  @Test func `lines of other versions and notes are kept where they stood`() throws {
    let text = """
      attend progress 1
      last two-tokens
      # my own note
      profile
        name Ada
          since 2026

      lesson two-tokens
      # written far to the left
        step bars
        minutes 12
          today 3
        answer
        place
          change typed K[1,3] = 3.1
            because "it is fun"
          pinned K[1,3]
        place step:c9
          pinned Q[1,1]

      lesson zebra
        place
          change zapped Z = 1

      end

      """
    let document = try parse(text)
    #expect(document.progress.lessons["two-tokens"]?.step == "bars")
    #expect(document.progress.lessons["two-tokens"]?.answers == [:])
    #expect(document.progress.lessons["two-tokens"]?.places[""]?.map(\.edits) == [["K[1,3] = 3.1"]])
    #expect(document.progress.lessons["zebra"]?.places[""]?.map(\.kind) == ["zapped"])
    #expect(document.unknown[.course] == ["# my own note", "profile", "  name Ada", "    since 2026"])
    #expect(
      document.unknown[.lesson("two-tokens")]
        == ["# written far to the left", "minutes 12", "  today 3", "answer"])
    #expect(
      document.unknown[.place("", lesson: "two-tokens")] == ["because \"it is fun\"", "pinned K[1,3]"])
    #expect(try parse(document.text) == document)
  }

  @Test func `a newer version is not read`() throws {
    let example = try example()
    for version in ["2", "10", "99999999999999999999"] {
      #expect(throws: ProgressFault.newer) {
        try parse(example.replacing("progress 1", with: "progress \(version)"))
      }
    }
  }

  @Test(arguments: [
    "", "\n", "end", "attend progress 1\n", "attend progress 0\nend\n", "attend progress one\nend\n",
    "attend progress 1\nlast two-tokens\n", "hello\nend\n", "attend progress 1\nlast \0\nend\n",
  ])
  func `what is not whole is damaged`(text: String) {
    #expect(throws: ProgressFault.damaged) { try parse(text) }
  }
}

import Testing
import Tutorial

@testable import LessonFile

/// The phrases of the interface.
struct StringsReaderTests {
  @Test func `phrases are found by group and name`() throws {
    let (texts, _) = read("mode: {step: STEP, edit: EDIT}\nkey: {go-to: go to}\n")
    #expect(texts == [.modeStep: "STEP", .modeEdit: "EDIT", .keyGoTo: "go to"])
  }

  @Test func `a language borrows from English what it lacks, and only check says so`() {
    let english = Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0, "in English") })
    let (texts, faults) = read("mode: {step: PASO}\n", english: english)
    #expect(texts[.modeStep] == "PASO")
    #expect(texts[.modeEdit] == "in English")
    #expect(faults.count == Phrase.allCases.count - 1)
    #expect(faults.allSatisfy { $0.severity == .reports })
    #expect(faults.contains { $0.sentence == "the phrase mode.edit is missing" && $0.place == .start })
  }

  @Test func `English must have every phrase`() {
    let (_, faults) = read("mode: {step: STEP}\n")
    #expect(faults.count == Phrase.allCases.count - 1)
    #expect(faults.allSatisfy { $0.severity == .stops })
  }

  @Test(arguments: badStrings)
  func `phrases that do not belong are complained about`(_ file: BadFile) {
    let complaints = file.text.complaints { source in
      StringsReader.read(source, english: [.stripCount: "{changed} of {total} {matrix}"]).faults
        .filter { !$0.sentence.hasSuffix("is missing") }
    }
    #expect(complaints == file.complaints)
  }

  private func read(
    _ text: String, english: [Phrase: String]? = nil
  ) -> (texts: [Phrase: String], faults: [Fault]) {
    do {
      return StringsReader.read(try SourceText(Array(text.utf8)), english: english)
    } catch {
      return ([:], [error])
    }
  }
}

private let badStrings = [
  BadFile("mode: {stp: STEP}", "1:8: the interface has no phrase mode.stp; did you mean mode.step?"),
  BadFile("mode: STEP", "1:7: mode is a group of phrases, this is text"),
  BadFile("[STEP]", "1:1: the phrases of the interface are a map of groups, this is a list"),
  BadFile("mode: {step: [a]}", "1:14: mode.step is words, this is a list"),
  BadFile("mode: {step: }", "1:14: mode.step is words, this is nothing"),
  BadFile("mode: {step: a, step: b}", "1:17: step is written twice"),
  BadFile(
    "strip: {count: '{changed} {totl} {matrix}'}",
    "1:16: nothing fills in {totl} in strip.count; did you mean total?",
    "1:16: strip.count lacks {total}, which it has in English"),
  BadFile("mode: {step: &x STEP}", "1:14: anchors (&) are not used in lessons: write the value out"),
]

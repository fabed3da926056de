import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// Words as they reach the learner.
struct WordsReaderTests {
  @Test func `titles, the goal and steps are found by their ids`() throws {
    let words = try words(
      """
      # Two tokens
      Compute one attention output by hand.

      ## dot-product: Dot product: the score

      ### dog-sum: The sum
      One.

      ### last
      Two.

      """
    ).words
    #expect(words.title == "Two tokens")
    #expect(words.goal == "Compute one attention output by hand.")
    #expect(words.stages == ["dot-product": "Dot product: the score"])
    #expect(words.steps["dog-sum"] == StepWords(title: "The sum", paragraphs: [plain("One.")]))
    #expect(words.steps["last"] == StepWords(paragraphs: [plain("Two.")]))
  }

  @Test func `blank lines end paragraphs, other line ends are blanks`() throws {
    #expect(try paragraphs("One\ntwo.  \n\nThree.") == [plain("One two."), plain("Three.")])
  }

  @Test func `every line with a dash is an item, and lines after it belong to it`() throws {
    #expect(
      try paragraphs("Three:\n- one\n  and more\n- two\n\nEnd.") == [
        plain("Three:"), plain("one and more", isListItem: true), plain("two", isListItem: true),
        plain("End."),
      ])
  }

  @Test func `windows line ends read like others`() throws {
    #expect(try paragraphs("One\r\ntwo.\r\n\r\nThree.") == [plain("One two."), plain("Three.")])
  }

  @Test func `marks make runs`() throws {
    #expect(
      try runs("A **strong word**, *soft\nwords* and `A[0.5]`.") == [
        Run(.text("A ")), Run(.text("strong word"), manner: .strong), Run(.text(", ")),
        Run(.text("soft words"), manner: .emphasis), Run(.text(" and ")), Run(.text("A[0.5]"), manner: .code),
        Run(.text(".")),
      ])
  }

  @Test func `live values keep their decimals and the manner around them`() throws {
    let score = try Formula(parsing: "S[quickly,dog]")
    #expect(
      try runs("Sum {S[quickly,dog]} = **{S[quickly,dog]:4}**") == [
        Run(.text("Sum ")), Run(.live(score, digits: nil)), Run(.text(" = ")),
        Run(.live(score, digits: 4), manner: .strong),
      ])
  }

  @Test func `a backslash makes a mark plain`() throws {
    #expect(try runs(#"\{2 \* 3\} \`x\` \\ \a"#) == [Run(.text(#"{2 * 3} `x` \ \a"#))])
  }

  @Test(arguments: ["3 tokens, 2 of 4.", "First 1, then 2.", "In 2026.", "¿Qué?", "a < b", "√π", "2 √π r"])
  func `whole numbers and signs are plain words`(_ text: String) throws {
    #expect(try runs(text) == [Run(.text(text))])
  }

  private func paragraphs(_ text: String) throws -> [Paragraph] {
    let reading = try words("# T\nG.\n\n## dot-product: D\n\n### dog-sum\n\(text)\n\n### last\nW.\n")
    #expect(reading.faults == [])
    return try #require(reading.words.steps["dog-sum"]).paragraphs
  }

  private func runs(_ text: String) throws -> [Run] { try #require(paragraphs(text).first).runs }

  private func plain(_ text: String, isListItem: Bool = false) -> Paragraph {
    Paragraph(isListItem: isListItem, runs: [Run(.text(text))])
  }
}

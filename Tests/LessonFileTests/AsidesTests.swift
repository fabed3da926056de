import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// Choices, and what is said when its time comes.
struct AsidesTests {
  @Test func `a question has words for its choices, and replies to them`() throws {
    let words = try question(
      """
      What happens?

      - same: It stays **so**.
      - falls: It falls
        a lot.

      And then?

      > same: No.
      > reveal: It falls to {S[quickly,dog]:2}.
      > tip: Look.
      > tip: Look again.
      > note: Vote.
      """)
    #expect(words.paragraphs == [plain("What happens?"), plain("And then?")])
    #expect(
      words.choices == [
        "same": Paragraph(
          runs: [Run(.text("It stays ")), Run(.text("so"), manner: .strong), Run(.text("."))]),
        "falls": plain("It falls a lot."),
      ])
    #expect(words.replies == ["same": [plain("No.")]])
    let value = Run(.live(try Formula(parsing: "S[quickly,dog]"), digits: 2))
    #expect(words.reveal == [Paragraph(runs: [Run(.text("It falls to ")), value, Run(.text("."))])])
    #expect(words.tips == [[plain("Look.")], [plain("Look again.")]])
    #expect(words.notes == [[plain("Vote.")]])
  }

  @Test func `an aside goes on over lines, paragraphs and lists`() throws {
    let words = try question(
      """
      What?

      > tip: One
      > two
      three
      >
      > Four: five.
      > - six
      > - seven
      eight
      > note: Nine.

      Ten.
      """)
    #expect(
      words.tips == [
        [
          plain("One two three"), plain("Four: five."), plain("six", isListItem: true),
          plain("seven eight", isListItem: true),
        ]
      ])
    #expect(words.notes == [[plain("Nine.")]])
    #expect(words.paragraphs == [plain("What?"), plain("Ten.")])
  }

  @Test func `a goal has a reply`() throws {
    let words = try read("### b\nW.\n### c\nDo it.\n\n> far: Not yet.\n").words
    #expect(words.steps["c"]?.replies == ["far": [plain("Not yet.")]])
  }

  @Test func `lists of other steps are lists, and a list of a question may have other items`() throws {
    let lesson = try lesson(stages("a: {steps: {b: }}"))
    let text = "# T\nG.\n\n## a: A\n\n### b\n- same: It stays.\n- **Q**: a query\n"
    let words = WordsReader.read(try SourceText(Array(text.utf8)), for: lesson)
    #expect(words.faults == [])
    #expect(words.words.steps["b"]?.paragraphs.map(\.isListItem) == [true, true])
    #expect(try question("- Plain item.").paragraphs == [plain("Plain item.", isListItem: true)])
  }

  @Test func `trusted words read as others do`() throws {
    let lesson = try lesson(questions)
    let text = """
      # T
      G.

      ## a: A
      ### b
      One **two
      three** {S[quickly,dog]:1}, \\{ and `S[1]`.
      - same: It *stays*.
      > tip: a
      > b
      ### c
      W.
      > far: x

      """
    let source = try SourceText(Array(text.utf8))
    let words = WordsReader.read(source, for: lesson).words
    #expect(WordsReader.read(source, for: lesson, isTrusted: true).words == words)
    #expect(words.steps["b"]?.paragraphs.first?.runs.count == 7)
  }

  // MARK: Complaints

  @Test(arguments: badAsides)
  func `what belongs to no step is complained about`(_ file: BadFile) throws {
    let lesson = try lesson(questions)
    #expect(file.text.complaints { WordsReader.read($0, for: lesson).faults } == file.complaints)
  }

  @Test(arguments: badTranslations)
  func `a translation is held against the English words`(_ file: BadFile) throws {
    let lesson = try lesson(questions)
    let english = try read(
      "### b: B\nW.\n- same: S.\n- falls: F.\n> same: No.\n> reveal: R.\n> tip: 1.\n> tip: 2.\n### c\nW.\n> far: F.\n"
    ).words
    let complaints = file.text.complaints { WordsReader.read($0, for: lesson, english: english).faults }
    #expect(complaints == file.complaints)
  }

  private func question(_ text: String) throws -> StepWords {
    try #require(read("### b\n\(text)\n### c\nW.\n> far: F.\n").words.steps["b"])
  }

  private func read(_ steps: String) throws -> WordsReading {
    WordsReader.read(
      try SourceText(Array("# T\nG.\n\n## a: A\n\n\(steps)".utf8)), for: try lesson(questions))
  }

  private func plain(_ text: String, isListItem: Bool = false) -> Paragraph {
    Paragraph(isListItem: isListItem, runs: [Run(.text(text))])
  }
}

/// A question, `b`, and a challenge, `c`.
private let questions = stages(
  "a: {steps: {b: {choices: {same: wrong, falls: right}}, c: {goal: {far: S > 1}, solution: Q = 1}}}")

/// Words whose step `b` begins on line 7.
private func file(_ text: String) -> String {
  "# T\nG.\n\n## a: A\n\n### b\n\(text)\n\n### c\nW.\n\n> far: F.\n"
}

private let choices = "\n\n- same: S.\n- falls: F.\n"

private let badAsides = [
  BadFile(
    file("W.\n\n- rises: R.\n- same: S.\n- falls: F."), "9:3: b has no choice rises"),
  BadFile(
    file("W.\n\n- sam: R.\n- falls: F."), "6:5: the choice same of b has no words: - same: …",
    "9:3: b has no choice sam; did you mean same?"),
  BadFile(file("W.\n\n- same: R.\n- same: R.\n- falls: F."), "10:3: b has words for the choice same already"),
  BadFile(file("W.\n\n- same:\n- falls: F."), "9:3: the choice same has no words"),
  BadFile(
    file("W.\n\n- same: Es 0.5.\n- falls: F."),
    "9:12: a number in the words is a live value: {…}, or `…` if it is only a name"),
  BadFile(
    file("W.\(choices)> tpi: T."), "11:3: b has no choice tpi; did you mean tip?"),
  BadFile(file("W.\(choices)> fals: T."), "11:3: b has no choice fals; did you mean falls?"),
  BadFile(file("W.\(choices)> reveal: T.\n> reveal: T."), "12:3: > reveal: is in b already"),
  BadFile(file("W.\(choices)> same: T.\n> same: T."), "12:3: > same: is in b already"),
  BadFile(file("W.\(choices)> Words."), "11:3: what is said later begins with its id: > tip: …"),
  BadFile(file("W.\(choices)\n> tip: {B}"), "12:9: nothing is called B"),
  BadFile(file("W.\(choices)\n> tip: **x"), "12:8: ** is not closed"),
  BadFile(
    "# T\nG.\n> tip: x\n\n## a: A\n### b\nW.\(choices)### c\nW.\n> far: F.\n",
    "3:3: words stand under a step: ### …"),
  BadFile(
    "# T\nG.\n\n## a: A\n### b\nW.\(choices)### c\nW.\n> near: F.\n",
    "10:5: the goal far of c has no words: > far: …", "12:3: c has no goal near"),
  BadFile(
    "# T\nG.\n\n## a: A\n### b\nW.\(choices)### x\nW.\n- y: z\n> w: F.\n### c\nW.\n> far: F.\n",
    "10:5: lesson.yaml has no step x"),
]

private let badTranslations = [
  BadFile(
    "# T\nG.\n\n## a: A\n### b\nW.\n- same: S.\n- falls: F.\n> falls: No.\n> tip: 1.\n### c\nW.\n> far: F.\n",
    "5:5: b has 1 tip, in English 2", "5:5: b has > falls:, unlike in English",
    "5:5: b has no title, but one in English", "5:5: b lacks > reveal:, unlike in English",
    "5:5: b lacks > same:, unlike in English"),
  BadFile(
    "# T\nG.\n\n## a: A\n### b: B\nW.\n- same: S.\n> same: N.\n> reveal: R.\n> tip: 1.\n> tip: 2.\n### c: C\nW.\n",
    "5:5: the choice falls of b has no words: - falls: …", "12:5: c has a title, but none in English",
    "12:5: the goal far of c has no words: > far: …"),
]

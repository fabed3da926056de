import AttentionCore
import Testing
import Tutorial

@testable import TutorialView

/// Lessons on paper: sheets and the keys that fit them.
@Suite struct HandoutTests {
  /// A handout of a shipped lesson.
  private static func handout(
    _ lesson: String, _ language: String, _ kind: Handout.Kind, seed: UInt64? = nil, edits: [String] = [],
    rows: Handout.Rows = .one(of: nil)
  ) throws -> Handout {
    let course = try shippedCourse()
    let index = try #require(course.lessons.firstIndex { $0.id == lesson })
    return try #require(
      Handout(
        course, lesson: index, settings: Settings(language: Language(language)), kind: kind, seed: seed,
        edits: try edits.map { try Edit(parsing: $0) }, rows: rows))
  }

  private static let lessons = ((try? shippedCourse())?.lessons ?? []).map(\.id)

  @Test(
    arguments: ["two-tokens", "whole-sentence"],
    [
      ("complete-en", nil), ("blank-en", nil), ("blank-es", nil), ("answers-en", nil), ("answers-es", nil),
      ("blank-en", 7), ("answers-es", 7),
    ] as [(String, UInt64?)])
  func `the page is what it was`(lesson: String, page: (name: String, seed: UInt64?)) throws {
    let parts = page.name.split(separator: "-").map(String.init)
    let kind: Handout.Kind = ["blank": .blank, "answers": .answers][parts[0]] ?? .complete
    let text = try Self.handout(lesson, parts[1], kind, seed: page.seed).markdown
    try expectScreen(
      text, named: "handouts/\(lesson)-\(page.name)" + (page.seed.map { "-seed-\($0)" } ?? ""))
  }

  /// The answers of a key by the numbers of their blanks.
  private func answers(of key: String) throws -> [Int: String] {
    var answers: [Int: String] = [:]
    for match in key.matches(of: /(?m)^\| \(([0-9]+)\) +\|.*\| +([^ ]+) \|$/) {
      let number = try #require(Int(match.1))
      #expect(answers[number] == nil)
      answers[number] = String(match.2)
    }
    return answers
  }

  @Test(arguments: lessons, ["en", "es"])
  func `a sheet that is filled in from its key is the complete page`(lesson: String, language: String) throws
  {
    for (seed, rows) in [(nil, .one(of: nil)), (11, .all), (3, .one(of: "dog"))] as [(UInt64?, Handout.Rows)]
    {
      var handout = try Self.handout(lesson, language, .blank, seed: seed, rows: rows)
      let sheet = handout.markdown
      handout.kind = .answers
      let key = handout.markdown
      handout.kind = .complete
      let page = handout.markdown
      for text in [sheet, key, page] { expectWhole(text) }
      let answers = try answers(of: key)
      let asked = Set(sheet.matches(of: /\(([0-9]+)\) ____/).compactMap { Int($0.1) })
      #expect(asked == Set(answers.keys) && asked == Set(1...max(1, asked.count)))
      let filled = sheet.replacing(/\(([0-9]+)\)( ____+)?/) { match in
        Int(match.1).flatMap { answers[$0] } ?? String(match.0)
      }
      let complete = Set(lines(of: page))
      let differing = lines(of: filled).filter { !complete.contains($0) }
      // How blanks are to be filled in, and which rows have none, is said only where there are some.
      #expect(
        differing.count == (rows == .all || !sheet.contains(givenRows(language)) ? 1 : 2), "\(differing)")
    }
  }

  private func givenRows(_ language: String) -> String {
    language == "en" ? "the others are given." : "las demás se dan."
  }

  /// How many numbers a class works out.
  private func blanks(_ lesson: String, _ rows: Handout.Rows) throws -> [String] {
    let key = try Self.handout(lesson, "en", .answers, rows: rows).markdown
    return key.matches(of: /(?m)^\| \([0-9]+\) +\| `?(.*?)`? +\|/).map { String($0.1) }
  }

  @Test func `a sheet asks for a number of values that a class gets through`() throws {
    for lesson in Self.lessons {
      let count = try blanks(lesson, .one(of: nil)).count
      #expect((20...100).contains(count), "\(lesson): \(count)")
      #expect(try blanks(lesson, .all).count >= count)
    }
    #expect(try blanks("two-heads", .all).count > 150)
  }

  @Test func `of each matrix one row is asked for, that of the token that was chosen`() throws {
    // Lesson 5 follows ran; its rows may be shared out in a class, each token to some.
    for (token, row) in [(nil, "ran"), ("quickly", "quickly"), ("dog", "dog")] as [(String?, String)] {
      let asked = try blanks("causal-mask", .one(of: token)).filter {
        $0.hasPrefix("A[") || $0.hasPrefix("O[")
      }
      #expect(!asked.isEmpty && asked.allSatisfy { $0.contains("[\(row)") }, "\(asked)")
    }
    let all = try blanks("causal-mask", .all)
    #expect(["A[The,The]", "A[dog,dog]", "A[ran,ran]", "O[quickly,1]"].allSatisfy(all.contains))
  }

  @Test func `another row is worked out with all its numbers`() throws {
    let sheet = try Self.handout("causal-mask", "en", .blank).markdown
    #expect(sheet.contains("| dog     | -0.325 |   0.722 | 0.722 ÷ 1.444 = 0.500 |"))
    #expect(sheet.contains("dog* gives **[0.50, 0.50, 0.00, 0.00]**"))
    let dog = try Self.handout("causal-mask", "en", .blank, rows: .one(of: "dog")).markdown
    #expect(!dog.contains("0.722 ÷ 1.444") && dog.contains("0.582 ÷ 3.872"))
  }

  @Test func `what is tried out is given, but never what is asked for elsewhere`() throws {
    let sheet = try Self.handout("whole-sentence", "en", .blank).markdown
    let trial = try #require(sheet.split(separator: "With `K = Q`:").last).prefix(900)
    // The scores of the mirror are new, those of the table before are blanks still.
    #expect(trial.contains("-0.750") && !trial.contains("1.584"))
  }

  /// The lines without what a blank changes besides its number: emphasis, parentheses and the widths of tables.
  private func lines(of page: String) -> [String] {
    page.split(separator: "\n").map { $0.filter { !" |*-:()\\".contains($0) } }.filter { !$0.isEmpty }
  }

  /// Holds a page against what is wrong on any of them.
  private func expectWhole(_ page: String) {
    #expect(page.hasPrefix("# ") && page.hasSuffix("\n") && !page.contains("\n\n\n"))
    #expect(!page.contains("handout.") && page.firstMatch(of: /\{[a-z]/) == nil)
    // A value that is missing.
    #expect(page.firstMatch(of: /(^|[ (|\[])--($|[ ,).|\]])/) == nil)
    #expect(page.firstMatch(of: /<[a-z\/!]/) == nil)
    // A line of underscores alone would be a rule.
    #expect(page.firstMatch(of: /(?m)^ *_{3,} *$/) == nil)
  }

  @Test func `each seed has numbers of its own, hundredths near the lesson's, in every input that is free`()
    throws
  {
    let pages = try (1...5).map { try Self.handout("two-tokens", "en", .blank, seed: $0).markdown }
    #expect(Set(pages).count == 5)
    #expect(pages[0] == (try Self.handout("two-tokens", "en", .blank, seed: 1).markdown))
    let own = try #require(try shippedCourse().lessons.first { $0.id == "causal-mask" }).worksheet
    var random = SplitMix64(seed: 5)
    let varied = own.varied(by: &random)
    for name in own.names {
      guard let before = own.input(name), let after = varied.input(name) else { continue }
      let isKept = before.isFixed || own.role(of: name) == .mask
      #expect((before.numbers == after.numbers) == isKept, "\(name)")
      for (old, new) in zip(before.numbers, after.numbers) {
        #expect(abs(new - old) < 0.1501 && abs(new * 100 - (new * 100).rounded()) < 1e-9)
        #expect(before.range.contains(new))
      }
    }
  }

  @Test(arguments: lessons)
  func `with other numbers only what holds is asked, and the rest is counted`(lesson: String) throws {
    let total = try #require(try shippedCourse().lessons.first { $0.id == lesson }).steps
      .count { $0.question != nil || $0.challenge != nil }
    for seed: UInt64 in 1...2 {
      let sheet = try Self.handout(lesson, "en", .blank, seed: seed)
      let asked = sheet.tutors.count { ($0.step.question != nil || $0.step.challenge != nil) && $0.taskHolds }
      let page = sheet.markdown
      #expect(page.matches(of: /(?m)^### (Question|Challenge) [0-9]/).count == asked)
      #expect(page.contains("\(total - asked) of \(total) questions and challenges") == (asked < total))
      #expect(page.contains("These are not the lesson's own numbers"))
    }
  }

  @Test func `words about the lesson's own numbers are not said of others`() throws {
    let claim = "our key is chosen to give exactly that"
    #expect(try Self.handout("two-tokens", "en", .complete).markdown.contains(claim))
    #expect(try !Self.handout("two-tokens", "en", .complete, seed: 1).markdown.contains(claim))
    let edited = try Self.handout("two-tokens", "en", .complete, edits: ["K[dog,3] = 3.10"])
    #expect(!edited.hasOwnNumbers && !edited.markdown.contains(claim))
    // 0.80 for dog, by NumPy; a challenge that is met from the start is none.
    #expect(edited.markdown.contains("0.80") && !edited.markdown.contains("Listen to dog"))
  }

  @Test func `an edit is the same on every sheet`() throws {
    for seed: UInt64 in 1...3 {
      let page = try Self.handout("two-tokens", "en", .complete, seed: seed, edits: ["K[dog,3] = 0.99"])
        .markdown
      let row = try #require(page.firstMatch(of: /(?m)^\| dog .*$/)?.0)
      #expect(row.hasSuffix("| 0.99 |"))
    }
  }

  @Test func `nothing in a text is markup`() {
    #expect(
      escapedForMarkdown("a*b_c _d_ [x](y) <b> | `~$ &amp;")
        == "a\\*b_c \\_d\\_ [x]\\(y) \\<b> \\| \\`\\~\\$ \\&amp;")
    #expect(markdownParagraph("# x") == "\\# x")
    #expect(markdownParagraph("1. x") == "1\\. x")
    #expect(markdownParagraph("- x") == "\\- x")
    #expect(markdownParagraph("-0.5 is") == "-0.5 is")
    #expect(emphasized(" a b ", "**") == " **a b** ")
    #expect(markdownTable([["", "a"], ["日", "1.00"]]) == "|     |    a |\n| --- | ---: |\n| 日  | 1.00 |")
  }
}

import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

@Suite struct SentenceLessonTests {
  private static let words = [
    "El", "gato", "duerme", "the", "dog", "ha", "ha", "2024", "3.14", "x*y", "{z}", "`q`", "<b", "](",
    "¿qué?",
    "no", "null", "~", "it's", "#1", "- -", "日本", "🐱", "e\u{301}", "שלום", "a:", "[k]", "100%", "\\n", "!",
    "&a",
    "abcdefghijklmnopqrstuv", "|",
  ]

  /// The recipes are random, and the same at each run.
  private static let recipes: [(recipe: Recipe, isMasked: Bool)] = {
    var random = SplitMix64(seed: 7)
    return (0..<200).map { _ in
      let count = 2 + Int(random.next() % 7)
      let tokens = (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))].filter { $0 != " " }
      }
      let recipe = Recipe(
        sentence: tokens.joined(separator: " "), dimensions: 1 + Int(random.next() % 8), seed: random.next())
      return (recipe, random.next().isMultiple(of: 2))
    }
  }()

  private func complaints(_ files: [(name: String, text: String)]) throws -> (Lesson?, [Complaint]) {
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
    let reading = try CourseReader.readLesson(.memory(texts), id: "made", in: nil, proving: true)
    return (reading.lesson, reading.complaints)
  }

  @Test func `every lesson that is made passes the checker, with a question and a challenge`() throws {
    for (recipe, isMasked) in Self.recipes {
      let (lesson, complaints) = try complaints(SentenceLesson(recipe).files(isMasked: isMasked))
      #expect(complaints.isEmpty, "\(recipe): \(complaints.map(\.description))")
      #expect(lesson?.words.count == 2)
      #expect(lesson?.steps.contains { $0.question != nil } == true, "\(recipe)")
      #expect(lesson?.steps.contains { $0.challenge != nil } == true, "\(recipe)")
      #expect((lesson?.worksheet["M"] != nil) == isMasked)
    }
  }

  @Test func `every sandbox would pass the checker`() throws {
    for (recipe, _) in Self.recipes.prefix(50) {
      let lesson = try SentenceLesson(recipe)
      let (_, complaints) = try complaints(lesson.sandboxFiles)
      #expect(complaints.isEmpty, "\(recipe): \(complaints.map(\.description))")
      #expect(lesson.sandbox()?.recipe == recipe)
    }
  }

  @Test func `the same recipe makes the same lesson, another seed another one`() throws {
    func text(_ seed: UInt64) throws -> String {
      try SentenceLesson(Recipe(sentence: "El gato duerme", seed: seed)).files(isMasked: false)
        .map(\.text).joined()
    }
    #expect(try text(5) == text(5))
    #expect(try text(5) != text(6))
    #expect(try text(1).contains("[-0.18, -1.40, -0.25]"))
  }

  @Test func `numbers that were typed are kept, and where nothing can be asked nothing is`() throws {
    let recipe = Recipe(sentence: "one two")
    let lesson = try #require(try SentenceLesson(recipe).sandbox())
    var worksheet = lesson.worksheet
    for edit in ["Q = 0", "K[1,1] = 0.12345", "M[2,1] = 0"] { try worksheet.apply(Edit(parsing: edit)) }
    let numbers = try #require(SentenceNumbers(worksheet))
    let files = try SentenceLesson(recipe, numbers: numbers).files(isMasked: true)
    let (made, complaints) = try complaints(files)
    #expect(complaints.isEmpty)
    #expect(made?.stages.contains { $0.id == "practice" } == false)
    for name in ["Q", "K", "V", "M"] { #expect(made?.worksheet[name] == worksheet[name]) }
  }

  @Test(arguments: [0, 9, -1])
  func `other counts of dimensions are refused`(count: Int) {
    #expect(throws: SentenceError.self) { try SentenceLesson(Recipe(sentence: "a b", dimensions: count)) }
  }
}

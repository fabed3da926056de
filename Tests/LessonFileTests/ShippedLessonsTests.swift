import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// The lessons as they are shipped: nothing in them is claimed without the worksheet.
struct ShippedLessonsTests {
  @Test func `every lesson is right, in the course and by itself`() throws {
    let folder = try #require(lessonsFolder)
    let (course, complaints) = try CourseReader.read(.directory(folder), proving: true)
    #expect(complaints.map(\.description) == [])
    let lessons = try #require(course).lessons
    #expect(
      lessons.map(\.id) == [
        "two-tokens", "whole-sentence", "scaling", "projections", "causal-mask", "two-heads", "order",
        "next-token", "learning", "kv-cache",
      ])
    for lesson in lessons {
      let complaints = try CourseReader.readLesson(at: "\(folder)/\(lesson.id)").complaints
      #expect(complaints.map(\.description) == [])
      #expect(lesson.words.keys.map(\.code).sorted() == ["en", "es"])
    }
  }

  @Test func `every lesson is played: questions, challenges, right and wrong answers`() throws {
    for lesson in try lessons() {
      let challenges = lesson.steps.compactMap(\.challenge)
      let questions = lesson.steps.compactMap(\.question)
      #expect((2...3).contains(challenges.count), "\(lesson.id)")
      #expect(!questions.isEmpty, "\(lesson.id)")
      #expect(challenges.allSatisfy { !$0.wrong.isEmpty }, "\(lesson.id)")
      #expect(questions.allSatisfy { !$0.proof.isEmpty }, "\(lesson.id)")
    }
  }

  /// The truth test: whatever the words state, the worksheet computes, in the place of their step.
  @Test func `every live value has a value in its step, before and after its experiment`() throws {
    var count = 0
    for lesson in try lessons() {
      for (index, step) in lesson.steps.enumerated() {
        let start = try lesson.startingWorksheet(of: lesson.place(ofStep: index))
        var after = start
        for edit in step.experiment { try after.apply(edit) }
        for (language, words) in lesson.words {
          for formula in try #require(words.steps[step.id]).runs.compactMap(\.formula) {
            for worksheet in [start, after] {
              let value = try worksheet.value(of: formula)
              #expect(
                value.rowCount == 1 && value.firstMissing == nil, "\(step.id) \(language): \(formula.text)")
            }
            count += 1
          }
        }
      }
    }
    #expect(count > 1_000)
  }

  @Test func `no number with decimals stands outside of braces and code`() throws {
    for lesson in try lessons() {
      for words in lesson.words.values {
        let texts = words.steps.values.flatMap(\.runs).filter { $0.manner != .code }.compactMap(\.text)
        let numbers = texts.filter { $0.contains(/\d[.,]\d/) }
        #expect(numbers == [], "\(lesson.id)")
      }
    }
  }

  @Test(arguments: ["0.42", "1,5", "-2.10"])
  func `a number written into any paragraph of any lesson is refused`(_ number: String) throws {
    for lesson in try lessons() {
      for language in lesson.words.keys {
        let path = "\(lesson.id)/\(language.code).md"
        var lines = String(decoding: try CourseFiles.embedded.read(path), as: UTF8.self)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let paragraphs = lines.indices.filter {
          !lines[$0].isEmpty && !lines[$0].hasPrefix("#") && !lines[$0].hasSuffix("**")
        }
        for line in paragraphs { lines[line] += " \(number)" }
        let source = try SourceText(Array(lines.joined(separator: "\n").utf8))
        let faults = WordsReader.read(source, for: lesson).faults
        #expect(faults.map(\.place.line).sorted() == paragraphs.map { $0 + 1 }, "\(path)")
        #expect(
          faults.allSatisfy { $0.sentence.hasPrefix("a number in the words is a live value") }, "\(path)")
      }
    }
  }

  @Test(arguments: [("en", ["design", "toy"]), ("es", ["diseñ", "juguete"])])
  func `every lesson says that its numbers were made up`(_ language: String, _ words: [String]) throws {
    for lesson in try lessons() {
      let steps = try #require(lesson.words[Language(language)]).steps.values
      let texts = steps.flatMap { $0.paragraphs.flatMap(\.runs) }.compactMap(\.text)
        .map { $0.lowercased() }
      #expect(texts.contains { text in words.contains { text.contains($0) } }, "\(lesson.id)")
    }
  }

  private func lessons() throws -> [Lesson] {
    try #require(try CourseReader.read(.embedded).course).lessons
  }
}

extension StepWords {
  /// All that may be said in the step.
  fileprivate var runs: [Run] {
    let asides = replies.values.flatMap(\.self) + reveal + tips.flatMap(\.self) + notes.flatMap(\.self)
    return (paragraphs + choices.values + asides).flatMap(\.runs)
  }
}

extension Run {
  fileprivate var formula: Formula? { if case .live(let formula, _) = content { formula } else { nil } }
  fileprivate var text: String? { if case .text(let text) = content { text } else { nil } }
}

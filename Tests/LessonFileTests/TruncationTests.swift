import Testing
import Tutorial

@testable import LessonFile

/// Files that end too early: read without a trap, with a complaint or as a smaller lesson.
struct TruncationTests {
  @Test func `a lesson may end after any byte`() {
    let bytes = Array(everyKey.utf8)
    var lessons = 0
    for count in bytes.indices {
      let part = Array(bytes.prefix(count))
      var isLesson = false
      let complaints = complaintTexts(about: part) { source in
        let (reading, faults) = LessonReader.read(source, id: "part")
        isLesson = reading != nil
        // Its claims may be wrong by now, but can be played.
        var prover = reading.map { LessonProver($0) }
        prover?.prove()
        return faults
      }
      #expect(complaints.isEmpty == isLesson, "after \(count) bytes")
      if isLesson { lessons += 1 }
    }
    // Only the last step can be cut short and still be one.
    #expect((1...40).contains(lessons))
  }

  @Test func `words may end after any byte`() throws {
    let lesson = try lesson(twoSteps)
    let bytes = Array(everyMark.utf8)
    let lastWords = Array(everyMark.utf8.prefix { $0 != UInt8(ascii: "~") }).count
    for count in bytes.indices {
      let part = Array(bytes.prefix(count))
      let complaints = complaintTexts(about: part) { WordsReader.read($0, for: lesson).faults }
      #expect(complaints.isEmpty == (count > lastWords), "after \(count) bytes")
    }
  }

  @Test(arguments: ["lesson.yaml", "en.md", "es.md"])
  func `files of a real lesson may end anywhere`(_ name: String) throws {
    let lesson = try lesson(
      String(decoding: CourseFiles.embedded.read("two-tokens/lesson.yaml"), as: UTF8.self))
    let bytes = try CourseFiles.embedded.read("two-tokens/\(name)")
    let text = String(decoding: bytes, as: UTF8.self)
    // Once the words of the last step have begun, none need be missing.
    let end = text.ranges(of: "### ").last.map { text[..<$0.lowerBound].utf8.count } ?? bytes.count
    for count in stride(from: 0, to: end, by: 131) {
      let part = Array(bytes.prefix(count))
      let complaints = complaintTexts(about: part) { source in
        name == "lesson.yaml"
          ? LessonReader.read(source, id: "part").faults : WordsReader.read(source, for: lesson).faults
      }
      #expect(!complaints.isEmpty || name == "lesson.yaml", "after \(count) bytes")
    }
  }
}

private let everyKey = """
  # comment
  format: 1
  axes: {t: [dog, "quickly"]}
  worksheet:
    Q: {role: query, rows: t, columns: [a, b], cells: [[1, 2], [-0.5, 3]], range: [-4, 4], fixed: true}
    T: 2
    S: {formula: 'Q · Qᵀ', digits: 2, role: score}
    A: softmax(S)
  strip: [A]
  stages:
    a:
      show: "A[dog,quickly]"
      steps: {b: }
    b: {show: [Q, S], steps: {c: {as: compare}, d: {show: A, reveal: 2}}}
    c:
      start: T = 3
      edit: [T, S = 2 * (Q · Qᵀ)]
      try: T = 4
      steps:
        e: {choices: {x: right, y: M3}, proof: T = 4}
        f: {answer: T ± 0.5, strip: [A, S]}
        g: {goal: {z: T > 5}, limit: cell, solution: T = 6, wrong: [T = 4, T = 5]}
        h:

  """

/// The words of the last step begin with `~`.
private let everyMark = """
  # Título
  Goal.

  ## dot-product: Producto
  ### dog-sum: Sum
  A **strong** *word*, `code`, {S[quickly,dog]:4} and \\{.
  - one
  - two **{Q}**

  > tip: Look
  > twice.
  > reveal: {S[quickly,dog]}

  ### last
  ~ end

  """

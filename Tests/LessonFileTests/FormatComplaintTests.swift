import Testing
import Tutorial

@testable import LessonFile

/// The complaints that the definition of the format promises, word for word.
struct FormatComplaintTests {
  @Test(arguments: [
    (
      worksheet("S: Q · O", "A: softmax(Q)", "O: A · Kᵀ"),
      "8:10: O is defined below, on line 10; a formula uses only names above it"
    ),
    (
      worksheet("S: Q · Kᵀ", "Z: S + K"),
      "9:8: S + K does not fit: 1×2 against 2×3; cell by cell needs equal shapes, the matrix product is ·"
    ),
    (
      worksheet(
        "X: {rows: [The, dog], columns: [noun, action], cells: [[1, 2], [3, 4]]}", "Y: Xᵀ · X · X"),
      "9:13: the columns of Xᵀ · X (noun, action) do not meet the rows of X (The, dog)"
    ),
    (
      worksheet("miss: Q - 1", "G: {formula: \"grad(miss, Q)\"}"),
      "9:17: grad needs a loss of one number; miss is 1×3"
    ),
  ])
  func `about the worksheet`(_ lesson: String, _ complaint: String) {
    #expect(lesson.lessonComplaints.first == complaint)
  }

  @Test func `about two steps of one name`() {
    let text = worksheet("S: Q · Kᵀ") + "  b:\n    steps:\n      divide:\n  c:\n    steps:\n      divide:\n"
    #expect(text.lessonComplaints == ["15:7: there are two steps called divide; the other is on line 12"])
  }

  @Test func `about what does not hold`() throws {
    let text = stages(
      """
      ask:
        steps:
          p1:
            choices: {same: M3, falls: wrong}
          p2:
            answer: S[quickly,dog] ± 0.005
            proof: S[quickly,dog] + 1.3106 < S[quickly,quickly]
      try:
        steps:
          c1:
            edit: K[dog]
            goal: {listens: "A[quickly,dog] >= 0.80"}
            solution: K[dog,3] = 2.0
            wrong: K[dog,3] = 3.10
          c2:
            edit: K[dog]
            goal: {listens: "A[quickly,dog] >= 0.80"}
            solution: K[dog,3] = 3.10
            wrong: Q = 0
      """)
    #expect(text.lessonComplaints == ["14:18: p1 has no right choice; exactly one must be right"])
    let (reading, _) = LessonReader.read(
      try SourceText(Array(text.replacing("falls: wrong", with: "falls: right").utf8)), id: "lesson")
    var prover = LessonProver(try #require(reading))
    prover.prove()
    #expect(
      prover.faults.complaints(in: "lesson.yaml").map(\.description) == [
        "lesson.yaml:17:16: the proof of p2 does not hold: the left side is 2.2000, the right 1.2000",
        "lesson.yaml:23:19: the solution of c1 misses the goal listens: 0.65, needs ≥ 0.80",
        "lesson.yaml:24:16: the wrong attempt of c1 meets the goal",
        "lesson.yaml:29:16: Q = 0 is not among the edits that this step allows: K[dog]",
      ])
  }

  @Test func `about words`() throws {
    let lesson = try lesson(stages("a: {steps: {p1: {choices: {same: M3, falls: right, rises: wrong}}}}"))
    let words = "# T\nG.\n\n## a: A\n\n### p1\nW.\n\n- same: S.\n- falls: F.\n- rise: R.\n"
    #expect(
      words.complaints { WordsReader.read($0, for: lesson).faults } == [
        "6:5: the choice rises of p1 has no words: - rises: …",
        "11:3: p1 has no choice rise; did you mean rises?",
      ])
    #expect(
      "# T\nG.\n\n## a: A\n".complaints { WordsReader.read($0, for: lesson).faults }
        == ["1:1: step p1 has no words"])
  }
}

/// A lesson whose worksheet goes on with these lines; the first of them is line 8.
private func worksheet(_ lines: String...) -> String {
  """
  format: 1
  axes:
    tokens: [dog, quickly]
  # The inputs
  worksheet:
    Q: {role: query, rows: [quickly], cells: [[0.22, 0.64, 0.73]]}
    K: {role: key, rows: tokens, cells: [[0.54, 0.36, 0.74], [0.10, 0.70, 1.00]]}
  \(lines.map { "  \($0)" }.joined(separator: "\n"))
  stages:

  """
}

import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// What the checker finds by playing a lesson.
struct ProofTests {
  @Test(arguments: falseClaims)
  func `a claim that does not hold is complained about where it stands`(_ file: BadFile) throws {
    let complaints = try proofComplaints(about: file.text)
    #expect(complaints == file.complaints)
  }

  @Test func `a lesson that holds has nothing to complain about`() throws {
    let complaints = try proofComplaints(about: goodClaims)
    #expect(complaints == [])
  }

  @Test(arguments: [
    ("S[quickly,dog] / 0", "7:2: S[quickly,dog] / 0 has no value at the start: division by 0"),
    (
      "é {log(S[quickly,dog])}", "7:4: log(S[quickly,dog]) has no value after try: the logarithm of 0 or less"
    ),
    (
      "√(0.9 - S[quickly,dog])",
      "9:2: √(0.9 - S[quickly,dog]) has no value after the solution: the root of less than 0"
    ),
    ("was(log(S[quickly,dog]))", nil),
  ])
  func `a live value has a value at every moment of its step`(_ value: String, _ complaint: String?) throws {
    let folder = try TemporaryFolder()
    let value = value.contains("{") ? value : "{\(value)}"
    let isForSolution = value.hasPrefix("{√")
    try folder.write(
      stages("a: {steps: {b: {try: Q = 0}, c: {goal: {x: S > 1}, solution: Q = 1}}}"), to: "lesson.yaml")
    try folder.write(
      isForSolution
        ? "# T\nG.\n\n## a: A\n\n### b\nW.\n### c\n\(value)\n\n> x: X.\n"
        : "# T\nG.\n\n## a: A\n\n### b\n\(value)\n### c\nW.\n\n> x: X.\n", to: "en.md")
    let complaints = try CourseReader.readLesson(at: folder.path).complaints.map(\.description)
    #expect(
      complaints.map { $0.replacing("\(folder.path)/en.md:", with: "") } == [complaint].compactMap(\.self))
  }

  @Test(arguments: [1e300, -1e300, 1e15, 123_456_789_012_345, 9.99e14])
  func `a huge number is written without a trap`(_ number: Double) {
    #expect(Double(fixedText(number, digits: 4)) == number)
    #expect(Double(plainText(number)) == number)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (0.655, 2, "0.66"), (-2.2, 4, "-2.2000"), (12, 0, "12"),
    (0.05, 4, "0.0500"),
  ])
  func `a number has the decimals that are wanted`(_ number: Double, _ digits: Int, _ text: String) {
    #expect(fixedText(number, digits: digits) == text)
  }
}

/// What the proofs say of a lesson that reads without complaint, as `line:column: sentence`.
private func proofComplaints(about text: String) throws -> [String] {
  let (reading, faults) = LessonReader.read(try SourceText(Array(text.utf8)), id: "lesson")
  #expect(faults == [])
  var prover = LessonProver(try #require(reading))
  prover.prove()
  return prover.faults.complaints(in: "file").map { String($0.description.dropFirst("file:".count)) }
}

private let falseClaims = [
  // Edits.
  BadFile(step("try: Q = 10"), "11:24: Q = 10 is outside the range of Q, -9.99 to 9.99"),
  BadFile(
    step("edit: [K, \"S[quickly,dog] = 1000\"]"),
    "11:30: S[quickly,dog] = 1000 is outside the range of S, -999.99 to 999.99"),
  BadFile(step("try: Q = 1 / 0"), "11:24: the right side of Q = 1 / 0 has no value: division by 0"),
  BadFile(step("start: Q = 11"), "11:26: Q = 11 is outside the range of Q, -9.99 to 9.99"),
  BadFile(
    stages("a: {start: Q = 11, steps: {b: , c: {answer: 1}}}"),
    "11:14: Q = 11 is outside the range of Q, -9.99 to 9.99"),
  BadFile(
    step("start: S = log(0 * (Q · Kᵀ))"),
    "11:26: S[quickly,dog] has no value after start: the logarithm of 0 or less"),
  BadFile(
    stages("a: {try: Q = 10, steps: {b: , c: }}"), "11:12: Q = 10 is outside the range of Q, -9.99 to 9.99"),
  BadFile(
    "format: 1\nworksheet:\n  n: {cells: 3, fixed: true}\nstages:\n  a: {try: n = 4, steps: {b: }}\n",
    "5:12: n is fixed: it can never be changed"),
  // Questions.
  BadFile(
    step("choices: {x: right, y: wrong}, proof: [S > 0, \"S[quickly,dog] > 2.2\"]"),
    "11:65: the proof of b does not hold: the left side is 0.8894, the right 2.2000"),
  BadFile(
    step("choices: {x: right, y: wrong}, proof: S = was(S), try: Q = 0"),
    "11:57: the proof of b does not hold: the left side is 0.0000, the right 1.2000"),
  BadFile(
    step("choices: {x: right, y: wrong}, proof: exp(S * 500) < 1"),
    "11:57: the proof of b does not hold: the left side is 3.7730203009299397e+260, the right 1.0000"),
  BadFile(
    step("choices: {x: right, y: wrong}, proof: 1 / (S - S) = 1"),
    "11:57: the proof of b does not hold: the left side is no value (division by 0), the right 1.0000"),
  BadFile(step("answer: 1 / 0"), "11:27: the answer of b has no value: division by 0"),
  // Challenges.
  BadFile(
    step("goal: {x: S > 0}, solution: Q = 1"), "11:25: b is met at its start: there is nothing to do"),
  BadFile(
    step("goal: {x: S > 1}, solution: K = 0.5, edit: K"),
    "11:47: the solution of b misses the goal x: 0.795, needs > 1.000"),
  BadFile(
    step("goal: {x: S < 0}, solution: Q = -1, wrong: Q = -2"),
    "11:62: the wrong attempt of b meets the goal"),
  BadFile(
    step("goal: {x: S < 0}, solution: Q = -1, edit: K"),
    "11:47: Q = -1 is not among the edits that this step allows: K"),
  BadFile(
    step("goal: {x: S < 0}, solution: S = -1 * (Q · Kᵀ), edit: [\"K[dog]\", S = 1 - Q · Kᵀ]"),
    "11:47: S = -1 * (Q · Kᵀ) is not among the edits that this step allows: K[dog], S = 1 - Q · Kᵀ"),
  BadFile(
    step("goal: {x: S < 0}, solution: Q = -1, wrong: S = Q · Kᵀ"),
    "11:62: S = Q · Kᵀ is not among the edits that this step allows: every input that is not fixed"),
  BadFile(
    step("goal: {x: S < 0}, solution: Q = -1, limit: cell"),
    "11:47: the solution of b changes more than one cell"),
  BadFile(
    step("goal: {x: S < 0}, solution: Q = -1, wrong: K = -10"),
    "11:62: K = -10 is outside the range of K, -9.99 to 9.99"),
  BadFile(
    step("goal: {x: sum(A) = 1.5 ± 0.1}, solution: Q = 1"),
    "11:60: the solution of b misses the goal x: 1.00, needs = 1.50 ± 0.1"),
]

private let goodClaims = stages(
  """
  a:
    edit: [K, S = Q · Kᵀ, S = Q · Kᵀ + 1]
    try: S = Q · Kᵀ + 1
    steps:
      b: {choices: {x: right, y: M3}, proof: A = was(A)}
      c: {answer: "S[quickly,dog] ± 0.005", try: Q = 0, proof: S = 0}
      d: {goal: {x: "A[quickly,dog] >= 0.80"}, limit: cell, solution: "K[dog,3] = 3.10", wrong: "K[dog,1] = 1.54"}
      e: {start: Q = 0, goal: {x: S > 1}, solution: S = Q · Kᵀ + 1 , wrong: K = 9, edit: [K, S = Q · Kᵀ + 1]}
  """.replacing("{x: S > 1}", with: "{x: S >= 1}"))

/// A lesson whose only step says this; it begins at line 11, column 19.
private func step(_ keys: String) -> String { stages("a: {steps: {b: {\(keys)}}}") }

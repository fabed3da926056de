import Testing

@testable import LessonFile

/// Files that are larger than a lesson may be.
struct LimitTests {
  @Test func `a lesson has at most 20,000 values`() {
    let list = "a: [" + Array(repeating: "1", count: 500_000).joined(separator: ",") + "]"
    #expect(list.lessonComplaints == ["1:39999: the file has more than 20000 values"])
  }

  @Test func `a worksheet has at most 64 matrices`() {
    let lines = (1...65).map { "  M\($0): 1\n" }.joined()
    #expect(
      "format: 1\nworksheet:\n\(lines)stages: {a: {steps: {b: }}}\n".lessonComplaints
        == ["3:3: the worksheet has 65 matrices; there can be at most 64"])
  }

  @Test func `a matrix has at most 64 rows and columns`() {
    let rows = Array(repeating: "[1]", count: 65).joined(separator: ", ")
    #expect(worksheet("{cells: [\(rows)]}") == ["2:24: Q has 65 rows; a matrix has at most 64"])
    let row = Array(repeating: "1", count: 65).joined(separator: ", ")
    #expect(worksheet("{cells: [[\(row)]]}") == ["2:25: Q has 65 columns; a matrix has at most 64"])
  }

  @Test func `an axis has at most 64 names`() {
    let names = (1...65).map { "t\($0)" }.joined(separator: ", ")
    #expect(
      worksheet("{rows: [\(names)], cells: 1}") == ["2:23: rows of Q has 65 names; an axis has at most 64"])
  }

  @Test func `a formula has at most 200 characters and is nested at most 32 deep`() {
    let long = worksheet("1" + String(repeating: " + 1", count: 50))
    #expect(long == ["2:216: a formula has at most 200 characters, this one has 201"])
    let deep = worksheet(String(repeating: "(", count: 33) + "1" + String(repeating: ")", count: 33))
    #expect(deep == ["2:49: a formula is nested at most 32 deep"])
  }

  @Test func `a lesson has at most 100 stages and 300 steps`() {
    let stages = (1...101).map { "  s\($0): {steps: {t\($0): }}\n" }.joined()
    #expect(
      "format: 1\nworksheet: {Q: 1}\nstages:\n\(stages)".lessonComplaints
        == ["4:3: the lesson has 101 stages; there can be at most 100"])
    let steps = (1...301).map { "t\($0): " }.joined(separator: ", ")
    #expect(
      "format: 1\nworksheet: {Q: 1}\nstages: {a: {steps: {\(steps)}}}\n".lessonComplaints
        == ["3:9: the lesson has 301 steps; there can be at most 300"])
  }

  @Test func `a very long word is a word`() {
    let word = String(repeating: "a", count: 100_000)
    #expect(
      "format: 1\n\(word): 1\nworksheet: {Q: 1}\nstages: {a: {steps: {b: }}}\n".lessonComplaints.count == 1)
  }

  /// What is said of a worksheet of the matrix Q alone, on line 2.
  private func worksheet(_ source: String) -> [String] {
    "format: 1\nworksheet: {Q: \(source)}\nstages: {a: {steps: {b: }}}\n".lessonComplaints
  }
}

import AttentionCore
import Testing
import Tutorial

@testable import LessonFile

/// Lessons as the program gets them.
struct LessonReaderTests {
  @Test func `inputs and formulas become a worksheet`() throws {
    let sheet = try lesson(twoSteps).worksheet
    #expect(sheet.names == ["Q", "K", "S", "A", "O"])
    #expect(sheet.role(of: "Q") == .query)
    #expect(sheet.input("K")?.shape.rows.names == ["dog", "quickly"])
    #expect(sheet.input("K")?.numbers == [0.54, 0.36, 0.74, 0.10, 0.70, 1.00])
    let score = try #require(sheet["S"]?[row: 0, column: 0].number)
    #expect(abs(score - 0.8894) < 1e-12)
  }

  @Test func `the first axis is the sentence`() throws {
    #expect(try lesson(twoSteps).tokens == ["dog", "quickly"])
  }

  @Test func `an input keeps everything that is said of it`() throws {
    let sheet = try lesson(
      worksheet(
        """
          T: {cells: 1.00, range: [0.05, 100], step: 0.5, digits: 1, fixed: true}
          n: 3
          M: {role: mask, cells: [[1, 0]]}
          V: {columns: [Lima, "no", on], cells: [1, 2, 3]}
        """)
    ).worksheet
    #expect(
      sheet.input("T")
        == Input(shape: shape(1, 1), numbers: [1], range: 0.05...100, step: 0.5, isFixed: true))
    #expect(sheet.digits(of: "T") == 1)
    #expect(sheet.input("n") == Input(shape: shape(1, 1), numbers: [3]))
    #expect(sheet.input("M") == Input(shape: shape(1, 2), numbers: [1, 0], range: 0...1, step: 1))
    #expect(
      sheet.input("V")?.shape == Shape(rows: Axis(count: 1), columns: Axis(names: ["Lima", "no", "on"])))
  }

  @Test func `a formula keeps its role and its digits`() throws {
    let sheet = try lesson(
      worksheet("  Q: {cells: [[1, 2]]}\n  H: {formula: softmax(Q), digits: 5, role: output}")
    ).worksheet
    #expect(sheet.formula(of: "H") == (try Formula(parsing: "softmax(Q)")))
    #expect(sheet.digits(of: "H") == 5)
    #expect(sheet.role(of: "H") == .output)
  }

  @Test func `steps show matrices, rows and cells`() throws {
    let stages = try lesson(twoSteps).stages
    #expect(stages.map(\.id) == ["dot-product"])
    #expect(
      stages.first?.steps == [
        Step(id: "dog-sum", show: [Shown(name: "S", row: 0, column: 0)], reveal: 3),
        Step(id: "last", show: [Shown(name: "Q"), Shown(name: "K")]),
      ])
  }

  @Test func `what a stage says holds for its steps unless they say otherwise`() throws {
    let stages = try lesson(
      """
      format: 1
      worksheet: {Q: {cells: [[1, 2]]}, A: softmax(Q)}
      stages:
        softmax:
          show: A[1]
          reveal: 2
          steps:
            all:
            more: {reveal: 3}
            bars: {as: bars, show: A}
            both: {show: [Q, A], as: compare}
      """
    ).stages
    let row = Shown(name: "A", row: 0)
    #expect(
      stages.first?.steps == [
        Step(id: "all", show: [row], reveal: 2), Step(id: "more", show: [row], reveal: 3),
        Step(id: "bars", show: [Shown(name: "A")], display: .bars, reveal: 2),
        Step(id: "both", show: [Shown(name: "Q"), Shown(name: "A")], display: .compare, reveal: 2),
      ])
  }

  @Test func `the strip is the last weight and the last output, or what the lesson says`() throws {
    #expect(try lesson(twoSteps).strip == Strip(weights: "A", output: "O"))
    #expect(try lesson("strip: S\n" + twoSteps).strip == Strip(weights: "S"))
    #expect(try lesson("strip: [S, O]\n" + twoSteps).strip == Strip(weights: "S", output: "O"))
    #expect(try lesson(worksheet("  Q: 1")).strip == Strip())
  }

  @Test func `Windows line ends read like others`() throws {
    let windows = String(twoSteps.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    #expect(try lesson(windows).worksheet == lesson(twoSteps).worksheet)
  }

  @Test func `two lists and a map may be as deep as the limit, not deeper`() {
    #expect(nested(16).isEmpty)
    #expect(nested(17) == ["1:17: lists and maps are nested more than 16 deep"])
    #expect(nested(100_000) == ["1:17: lists and maps are nested more than 16 deep"])
  }

  private func nested(_ depth: Int) -> [String] {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    return text.complaints { source in
      do throws(Fault) {
        return try YAMLReader.read(source).faults
      } catch {
        return [error]
      }
    }
  }

  private func worksheet(_ lines: String) -> String {
    "format: 1\nworksheet:\n\(lines)\nstages: {a: {steps: {b: }}}\n"
  }

  private func shape(_ rows: Int, _ columns: Int) -> Shape {
    Shape(rows: Axis(count: rows), columns: Axis(count: columns))
  }
}

import AttentionCore

/// From which step of a lesson on each computed value may be seen: before it, the screen shows `?`.
///
/// A value is reached by the first step that draws it whole, or draws another one from it. Inputs are always there; a value
/// that no step shows is there once those that it comes from are.
struct Reach: Hashable, Sendable {
  /// For each computed matrix the first step of each cell, row by row.
  private var steps: [String: [Int]] = [:]

  init(of lesson: Lesson) {
    // Who plays wants to see everything.
    guard lesson.recipe == nil else { return }
    let worksheet = lesson.worksheet
    let never = Int.max
    for name in worksheet.names where !worksheet.isInput(name) {
      steps[name] = worksheet[name].map { Array(repeating: never, count: $0.rowCount * $0.columnCount) }
    }
    for (index, step) in lesson.steps.enumerated() {
      let picture = Picture(of: step, in: worksheet)
      let parts = step.reveal ?? picture.parts(in: worksheet)
      for cell in picture.cells(after: parts, in: worksheet, showing: step.show)
        + picture.sources(in: worksheet)
      where self[cell, worksheet] == never {
        self[cell, worksheet] = index
      }
    }
    let drawn = self
    for (name, cells) in drawn.steps where cells.contains(never) {
      for cell in cells.indices where cells[cell] == never {
        steps[name]?[cell] = drawn.stepOfSources(of: name, cell, in: worksheet)
      }
    }
  }

  /// The step by which all that a cell is computed from is there.
  private func stepOfSources(of name: String, _ cell: Int, in worksheet: Worksheet) -> Int {
    let columns = worksheet[name]?.columnCount ?? 1
    let reference = worksheet.reference(name, row: cell / columns, column: cell % columns)
    let sources = worksheet.explanation(of: reference)?.sources ?? []
    return sources.reduce(0) { latest, source in
      guard let cell = worksheet.name(of: worksheet.origin(of: source)), let step = self[cell, worksheet],
        step != .max
      else { return latest }
      return max(latest, step)
    }
  }

  private subscript(cell: CellAddress, worksheet: Worksheet) -> Int? {
    get {
      guard let columns = worksheet[cell.name]?.columnCount else { return nil }
      return steps[cell.name]?[cell.row * columns + cell.column]
    }
    set {
      guard let columns = worksheet[cell.name]?.columnCount, let newValue else { return }
      steps[cell.name]?[cell.row * columns + cell.column] = newValue
    }
  }

  /// The first step of each cell of a matrix, row by row; nil where all may be seen from the start.
  func steps(of name: String) -> [Int]? { steps[name] }
}

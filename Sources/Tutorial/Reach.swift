import AttentionCore

/// From which step of a lesson on each computed value may be seen: before it, the screen shows `?`.
///
/// A value is reached by the first step that draws it whole, or draws another one from it. Inputs are always there; a value
/// that no step shows is there once those that it comes from are.
struct Reach: Hashable, Sendable {
  private let steps: [CellAddress: Int]

  init(of lesson: Lesson) {
    var steps: [CellAddress: Int] = [:]
    // Who plays wants to see everything.
    guard lesson.recipe == nil else {
      self.steps = steps
      return
    }
    for (index, step) in lesson.steps.enumerated() {
      let picture = Picture(of: step, in: lesson.worksheet)
      let parts = step.reveal ?? picture.parts(in: lesson.worksheet)
      for cell in picture.cells(after: parts, in: lesson.worksheet, showing: step.show)
      where steps[cell] == nil && lesson.worksheet.input(cell.name) == nil {
        steps[cell] = index
      }
      for cell in picture.sources(in: lesson.worksheet) where steps[cell] == nil { steps[cell] = index }
    }
    self.steps = steps
  }

  /// Whether a cell is reached; one that no step shows is when all that it is computed from is.
  func isReached(_ cell: CellAddress, at furthest: Int, in worksheet: Worksheet) -> Bool {
    if let step = steps[cell] { return step <= furthest }
    guard worksheet.input(cell.name) == nil else { return true }
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    let sources = worksheet.explanation(of: reference)?.sources ?? []
    return sources.allSatisfy { source in
      worksheet.name(of: worksheet.origin(of: source)).map { $0 == cell || steps[$0] ?? 0 <= furthest }
        ?? true
    }
  }
}

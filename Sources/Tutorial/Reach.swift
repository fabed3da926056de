import AttentionCore

/// From which step of a lesson on each computed value may be seen: before it, the screen shows `?`.
///
/// A value is reached by the first step that draws it whole. Inputs are always there, and so is a value that no step
/// ever shows.
struct Reach: Hashable, Sendable {
  private let steps: [CellAddress: Int]

  init(of lesson: Lesson) {
    var steps: [CellAddress: Int] = [:]
    for (index, step) in lesson.steps.enumerated() {
      let picture = Picture(of: step, in: lesson.worksheet)
      let parts = step.reveal ?? picture.parts(in: lesson.worksheet)
      for cell in picture.cells(after: parts, in: lesson.worksheet, showing: step.show)
      where steps[cell] == nil && lesson.worksheet.input(cell.name) == nil {
        steps[cell] = index
      }
    }
    self.steps = steps
  }

  func isReached(_ cell: CellAddress, at furthest: Int) -> Bool {
    (steps[cell] ?? 0) <= furthest
  }
}

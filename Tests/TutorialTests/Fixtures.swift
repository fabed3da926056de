import AttentionCore
import LessonFile
import Testing

@testable import Tutorial

/// A tutor at a step of the first lesson as it is shipped.
func tutor(at step: String? = nil) throws -> Tutor {
  let course = try shippedCourse()
  let place = try step.map { try #require(course.lessons[0].step(named: $0)) }
  return try #require(Tutor(course: course, step: place ?? 0))
}

extension Tutor {
  mutating func send(_ events: Event...) {
    for event in events { _ = handle(event) }
  }

  /// Types a number into a cell and accepts it.
  mutating func edit(_ name: String, _ row: Int, _ column: Int, _ text: String) {
    if mode == .step { send(.startedEditing) }
    offer = nil
    cursor = CellAddress(name: name, row: row, column: column)
    send(.openedNumber)
    for character in text { send(.typed(character)) }
    send(.acceptedNumber(then: nil))
  }

  func number(_ name: String, _ row: Int, _ column: Int) -> Double {
    worksheet[name]?[row: row, column: column].number ?? .nan
  }
}

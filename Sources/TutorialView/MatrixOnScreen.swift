import AttentionCore
import Frames
import Tutorial

/// Everything that drawing the cells of one matrix asks for, looked up once a frame.
///
/// A class, since it is handed around for each cell; nothing in it changes.
final class MatrixOnScreen: Sendable {
  let name: String
  let role: MatrixRole?
  /// The colour of its numbers.
  let look: Role
  /// The decimals that it is shown with.
  let digits: Int
  let isInput: Bool
  let values: Matrix
  /// What the step began with.
  private let start: Matrix?
  /// What the last edit moved in it, row by row.
  let changes: ArraySlice<CellChange>
  private let sight: Sight
  /// Whether a number was typed over each of its cells; nil where over none.
  private let typedOver: [Bool]?

  /// Nil where the worksheet has no such matrix.
  init?(_ name: String, in worksheet: Worksheet, since start: Worksheet, ripple: Ripple?, sight: Sight) {
    guard let values = worksheet[name] else { return nil }
    self.name = name
    self.values = values
    self.sight = sight
    role = worksheet.role(of: name)
    look = role.map(Role.init) ?? .text
    digits = worksheet.digits(of: name)
    isInput = worksheet.isInput(name)
    self.start = isInput ? start[name] : nil
    changes = ripple?.changes(of: name) ?? []
    typedOver =
      worksheet.hasTypedOver(name)
      ? (0..<values.rowCount).flatMap { row in
        (0..<values.columnCount).map { worksheet.isTypedOver(name, row: row, column: $0) }
      } : nil
  }

  func isVisible(row: Int, column: Int) -> Bool { sight.sees(row: row, column: column) }

  func change(row: Int, column: Int) -> CellChange? { changes.change(row: row, column: column) }

  /// Whether a cell differs from what the step began with, or a number was typed over a computed one.
  func isEdited(row: Int, column: Int) -> Bool {
    guard isInput else { return typedOver?[row * values.columnCount + column] ?? false }
    return start?[row: row, column: column] != values[row: row, column: column]
  }

  /// The column of the largest weight of a row, if it is one that wins.
  func largest(row: Int) -> Int? {
    guard role == .weight, values.columnCount > 1 else { return nil }
    var best: (column: Int, value: Double)?
    var isShared = false
    for column in 0..<values.columnCount {
      guard isVisible(row: row, column: column) else { return nil }
      let value = values[row: row, column: column].number ?? 0
      guard let leader = best, value <= leader.value else {
        best = (column, value)
        isShared = false
        continue
      }
      if value == leader.value { isShared = true }
    }
    return isShared ? nil : best?.column
  }
}

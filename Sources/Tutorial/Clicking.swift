import AttentionCore

/// The mouse on the lesson: it selects what is clicked, and clicked again that does what Enter does.
extension Tutor {
  /// Goes to a cell; at the cell itself types over it, or says where it came from.
  ///
  /// Whatever is drawn can be clicked, also where the keys of EDIT would walk past it.
  mutating func click(_ cell: CellAddress) {
    guard let matrix = worksheet[cell.name], (0..<matrix.rowCount).contains(cell.row),
      (0..<matrix.columnCount).contains(cell.column)
    else { return }
    if mode == .edit, offer == nil, cursor == cell {
      if prompt == nil { clickAgain() }
    } else if finishTyping() {
      mode = .edit
      offer = nil
      cursor = cell
    }
  }

  private mutating func clickAgain() {
    if !permits(cursor), worksheet.input(cursor.name) == nil {
      askWhy()
    } else {
      openNumber(with: nil)
    }
  }

  /// Goes to an edit that the step offers, or plays it.
  mutating func clickOffer(_ number: Int) {
    guard offers.indices.contains(number) else { return }
    if mode == .edit, offer == number {
      _ = playOffer()
    } else if finishTyping() {
      mode = .edit
      offer = number
    }
  }

  /// Accepts the number that is being typed, as Enter does; false where it cannot be, and stays with the reason.
  private mutating func finishTyping() -> Bool {
    if isAnswering { answer(.acceptedNumber(then: nil)) } else { acceptNumber(then: nil) }
    return prompt == nil
  }
}

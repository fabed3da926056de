import AttentionCore
import Frames
import Tutorial

/// What changed between two moments, one line for each number: `A[quickly,dog] 0.42 → 0.80`.
extension ViewContext {
  /// More lines than this are not listened to.
  private static let fewChanges = 10

  /// - Parameter isWhole: All of them, however many there are.
  func spokenChanges(_ ripple: Ripple, isWhole: Bool) -> PlainPage {
    var page = PlainPage()
    let changes = ripple.changes.filter { tutor.isVisible($0.address) }
    let ordered = isWhole ? changes : byInterest(changes)
    let count = isWhole || changes.count <= Self.fewChanges + 1 ? changes.count : Self.fewChanges
    var lines = ordered.prefix(count).map(line)
    if changes.count > count {
      lines.append(
        PlainLine(
          words.text(.plainMoreChanges, ["count": "\(changes.count - count)", "word": word(.changes)])))
    }
    page.add(words[.plainChanged], over: lines)
    let hidden = worksheet.names.filter { name in
      ripple.changes(of: name).contains { !tutor.isVisible($0.address) }
    }
    if !hidden.isEmpty {
      page.add(words.text(.plainHiddenChanges, ["names": hidden.joined(separator: ", ")]))
    }
    return page
  }

  private func line(_ change: CellChange) -> PlainLine {
    // A change too small for the digits of the matrix is said with as many as show it.
    var digits = digits(of: change.address.name)
    while digits < 7, spoken(change.old, digits: digits) == spoken(change.new, digits: digits) { digits += 1 }
    let old = spoken(change.old, digits: digits)
    return PlainLine([
      StyledText(
        "\(name(of: change.address)) \(old) \(glyphs.right) \(spoken(change.new, digits: digits))",
        isUnbreakable: true)
    ])
  }

  /// What was put in first, then what the step shows, then the weights and the output, then the rest.
  private func byInterest(_ changes: [CellChange]) -> [CellChange] {
    let shown = Set(tutor.step.show.map(\.name))
    let strip = [tutor.strip.weights, tutor.strip.output]
    func rank(_ change: CellChange) -> Int {
      let name = change.address.name
      if worksheet.isInput(name) { return 0 }
      return shown.contains(name) ? 1 : strip.contains(name) ? 2 : 3
    }
    return (0...3).flatMap { wanted in changes.filter { rank($0) == wanted } }
  }

  /// `quickly listens to: dog 0.42, quickly 0.58` and the output: where every change ends.
  var spokenStrip: [PlainLine] {
    [(tutor.strip.weights, Phrase.stripListens), (tutor.strip.output, .stripOutput)].compactMap {
      name, phrase in
      guard let name, let matrix = worksheet[name], matrix.rowCount > 0 else { return nil }
      let focus = tutor.focus.flatMap { worksheet[$0.name]?.rowCount == matrix.rowCount ? $0.row : nil }
      let row = focus ?? matrix.rowCount - 1
      return numberLine(
        phrase == .stripListens
          ? words.text(phrase, ["token": matrix.shape.rows.name(of: row)])
          : words.text(.plainOutput, ["row": spokenRow(name, row: row)]),
        items: (0..<matrix.columnCount).map {
          spokenEntry(CellAddress(name: name, row: row, column: $0))
        })
    }
  }
}

import AttentionCore

/// Asking where a number came from, and the other things that lie over the lesson.
extension Tutor {
  /// Explains the cell under the cursor in EDIT, the focus of the picture in STEP.
  mutating func askWhy() {
    let cell = mode == .edit ? cursor : focus
    guard let cell else {
      notice = .nothingToExplain
      return
    }
    let reference = worksheet.reference(cell.name, row: cell.row, column: cell.column)
    if !isVisible(cell) {
      notice = .notReached
    } else if worksheet.explanation(of: reference) == nil {
      notice = .isInput(cell)
    } else {
      prompt = nil
      overlay = .why(WhyTrail(reference))
    }
  }

  /// The computed cell that the picture of this step is about; nil if it shows none that is reached.
  public var focus: CellAddress? {
    let shown: [CellAddress]
    switch picture {
    case .dotProduct(let cell), .line(let cell): shown = [cell]
    default:
      shown = step.show.filter { !worksheet.isInput($0.name) }.flatMap { shown -> [CellAddress] in
        (0..<(worksheet[shown.name]?.columnCount ?? 0)).map {
          CellAddress(name: shown.name, row: shown.row ?? 0, column: shown.column ?? $0)
        }
      }
    }
    return shown.first(where: isVisible) ?? shown.first
  }

  mutating func handleOverlay(_ event: Event) {
    switch (overlay, event) {
    case (_, .clickedNotice): break
    case (.why(let trail), _): handle(event, in: trail)
    case (.goTo(let list), _): handleGoTo(event, list)
    case (.course(let selected), _): handleCourse(event, selected: selected)
    case (.glossary(let list), _):
      overlay = list.after(event) { glossary($0).count }.map(Overlay.glossary)
    case (.form(let form), _): handleForm(event, form)
    case (.help(let scroll), .scrolled(let lines)): overlay = .help(scroll: max(0, scroll + lines))
    case (_, .closedOverlay): overlay = nil
    case (.help, _):
      // What the page names can be done from it.
      overlay = nil
      handleLesson(event)
    default: break
    }
  }

  private mutating func handle(_ event: Event, in trail: WhyTrail) {
    var trail = trail
    let sources = worksheet.explanation(of: trail.current.cell)?.sources ?? []
    switch event {
    case .moved(.up): trail.current.selected = max(0, trail.current.selected - 1)
    case .moved(.down): trail.current.selected = min(max(0, sources.count - 1), trail.current.selected + 1)
    case .moved(.left): moveToNeighbour(-1, in: &trail)
    case .moved(.right): moveToNeighbour(1, in: &trail)
    case .followed:
      guard sources.indices.contains(trail.current.selected) else { break }
      let source = sources[trail.current.selected]
      if worksheet.explanation(of: source) == nil {
        if let cell = worksheet.name(of: worksheet.origin(of: source)) { notice = .isInput(cell) }
      } else {
        trail.follow(source)
      }
    case .wentBackUp:
      guard trail.goBackUp() else {
        overlay = nil
        return
      }
    case .clickedLine(let number):
      guard number == trail.current.selected else {
        if sources.indices.contains(number) { trail.current.selected = number }
        break
      }
      return handle(.followed, in: trail)
    case .closedOverlay:
      overlay = nil
      return
    default: break
    }
    overlay = .why(trail)
  }

  /// The explanation of the cell beside this one, in the order of reading.
  private func moveToNeighbour(_ offset: Int, in trail: inout WhyTrail) {
    guard let cell = worksheet.name(of: trail.current.cell), let matrix = worksheet[cell.name] else { return }
    let place = cell.row * matrix.columnCount + cell.column + offset
    guard place >= 0, place < matrix.rowCount * matrix.columnCount else { return }
    let (row, column) = place.quotientAndRemainder(dividingBy: matrix.columnCount)
    guard isVisible(CellAddress(name: cell.name, row: row, column: column)) else { return }
    trail.current = WhyTrail.Stop(cell: worksheet.reference(cell.name, row: row, column: column))
  }
}

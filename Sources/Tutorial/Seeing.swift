import AttentionCore

/// Which values stand on the screen, and which of them the learner may see.
extension Tutor {
  /// The place whose values the step shows.
  public var placeID: PlaceID { lesson.place(ofStep: progress.step) }

  /// The values of the place as the learner left them.
  ///
  /// A place is entered with its step, so one that is missing has a start that the checker refuses; it then shows the
  /// lesson's values.
  public internal(set) var place: Place {
    get { progress.places[placeID] ?? Place(start: lesson.worksheet) }
    set { progress.places[placeID] = newValue }
  }

  /// The values on screen: those of the experiment or, while a number is being typed, what it would make of the
  /// place; else those of the place.
  public var worksheet: Worksheet { experiment?.worksheet ?? preview?.worksheet ?? place.worksheet }

  /// What the experiment, the number being typed or the last change has moved.
  public var ripple: Ripple? { experiment?.ripple ?? preview?.ripple ?? place.ripple }

  /// The values that this step begins with: those that edited numbers are held against.
  public var start: Worksheet { place.start }

  /// Whether the learner may see a value yet.
  public func isVisible(_ cell: CellAddress) -> Bool {
    sight(of: cell.name, in: worksheet, rule: hiding).sees(row: cell.row, column: cell.column)
  }

  /// Which values the learner may see yet, of each matrix of the worksheet on screen.
  public func sights(in worksheet: Worksheet) -> [Sight] {
    let rule = hiding
    return worksheet.names.map { sight(of: $0, in: worksheet, rule: rule) }
  }

  /// Why values may be hidden on this step.
  private enum Hiding {
    case nothing
    case notShown([Shown])
    case notReached
  }

  /// An open question hides everything computed but what it shows; elsewhere a value is hidden until a step of the
  /// lesson has drawn it.
  private var hiding: Hiding {
    if isRevealed { return .nothing }
    if let question, !question.isRevealed { return .notShown(step.show) }
    return .notReached
  }

  private func sight(of name: String, in worksheet: Worksheet, rule: Hiding) -> Sight {
    switch rule {
    case .nothing: return .everything
    case .notShown(let shown):
      return worksheet.isInput(name) ? .everything : .shown(shown.filter { $0.name == name })
    case .notReached:
      guard let steps = reach.steps(of: name) else { return .everything }
      return .reached(steps, by: progress.furthest, columns: worksheet[name]?.columnCount ?? 0)
    }
  }

  /// Whether a cell of an input differs from what the place began with, or a number was typed over a computed one.
  public func isEdited(_ cell: CellAddress) -> Bool {
    guard worksheet.isInput(cell.name) else {
      return worksheet.isTypedOver(cell.name, row: cell.row, column: cell.column)
    }
    return start[cell.name]?[row: cell.row, column: cell.column]
      != worksheet[cell.name]?[row: cell.row, column: cell.column]
  }

  /// Whether another formula than the lesson's computes a matrix.
  public func isSwitched(_ name: String) -> Bool { start.formula(of: name) != worksheet.formula(of: name) }

  /// Whether `r` has something to show on this step.
  public var hasMoreToReveal: Bool {
    if let question { return !question.isRevealed }
    guard !isRevealed, experiment == nil else { return false }
    return !step.experiment.isEmpty || visibleParts < picture.parts(in: worksheet) || hiddenValueExists
  }

  /// The values of a cell at the start of the place and after each change, the newest last; nil where it has none.
  public func history(of cell: CellAddress) -> [Double?] {
    // A solution is shown on the start, an experiment on what the learner has made of it.
    let states =
      experiment?.kind == .solution
      ? experiment?.states ?? [] : place.states() + (experiment?.states.dropFirst() ?? [])
    return states.map { $0[cell.name]?[row: cell.row, column: cell.column].number }
  }

  /// The place as it would be with the number being typed; nil while that is no number or out of range.
  private var preview: Place? {
    guard !isAnswering, let value = prompt?.value else { return nil }
    var place = place
    return (try? place.make(Place.change(.typed, at: cursor, to: value))) == nil ? nil : place
  }

  private var hiddenValueExists: Bool {
    let worksheet = worksheet
    return zip(worksheet.names, sights(in: worksheet)).contains { name, sight in
      worksheet[name].map { !sight.sees(row: $0.rowCount - 1, column: $0.columnCount - 1) } ?? false
    }
  }

  /// Whether there is a change to take back, or one to do again.
  public var canUndo: Bool { progress.places[placeID]?.done.isEmpty == false }
  public var canRedo: Bool { progress.places[placeID]?.undone.isEmpty == false }

  /// Whether what the last change moved still counts as just changed.
  public var hasFreshChange: Bool { progress.places[placeID]?.ripple != nil }
}

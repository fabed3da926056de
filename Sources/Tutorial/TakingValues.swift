import AttentionCore

/// Numbers from a file in the place of the lesson's own.
extension Tutor {
  /// Makes one change that leads from whatever stands in the common place to the lesson's numbers with some edits.
  ///
  /// Questions, challenges and steps with a start of their own begin as the lesson says: their proofs hold there.
  mutating func take(_ edits: [Edit]) {
    guard let start = try? lesson.startingWorksheet(of: .common) else { return }
    var values = progress.places[.common] ?? Place(start: start)
    let change = Change(kind: .given, edits: (values.restoration()?.edits ?? []) + edits)
    guard !change.edits.isEmpty else { return }
    experiment = nil
    do {
      try values.make(change)
      progress.places[.common] = values
      effects.append(.saveSoon)
    } catch {
      notice = change.edits.last.map(Notice.cannotPlay)
    }
  }
}

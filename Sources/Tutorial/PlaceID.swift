import AttentionCore

/// Which steps share their values: all that name no place of their own, those of a stage, or one step alone.
public enum PlaceID: Hashable, Sendable {
  case common
  case stage(String)
  case step(String)

  /// As progress files write it: ``, `stage:position`, `step:c1`.
  public var text: String {
    switch self {
    case .common: ""
    case .stage(let id): "stage:\(id)"
    case .step(let id): "step:\(id)"
    }
  }
}

extension Lesson {
  /// The place whose values a step shows.
  ///
  /// A step with a start, each question and each challenge is a place of its own; a stage with a start is one for the
  /// rest of its steps; all others share the common place.
  public func place(ofStep index: Int) -> PlaceID {
    let (stage, step) = (stages[stage(ofStep: index)], steps[index])
    if step.start != nil || step.question != nil || step.challenge != nil { return .step(step.id) }
    return stage.start == nil ? .common : .stage(stage.id)
  }

  /// The edits that a place begins with; a step without a start of its own begins as its stage does.
  public func startEdits(of place: PlaceID) -> [Edit] {
    switch place {
    case .common: []
    case .stage(let id): stages.first { $0.id == id }?.start ?? []
    case .step(let id):
      stages.lazy.compactMap { stage in
        stage.steps.first { $0.id == id }.map { $0.start ?? stage.start ?? [] }
      }.first ?? []
    }
  }

  /// The values that a place begins with; `was(…)` reads them from then on.
  ///
  /// - Throws: What keeps an edit of the start from being carried out.
  public func startingWorksheet(of place: PlaceID) throws(EditError) -> Worksheet {
    var worksheet = worksheet
    let edits = startEdits(of: place)
    guard !edits.isEmpty else { return worksheet }
    for edit in edits { try worksheet.apply(edit) }
    worksheet.markStart()
    return worksheet
  }
}

import AttentionCore

/// Edits that are tried out and taken back: the experiment of a step, or the solution of its challenge.
public struct Experiment: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case experiment, solution }

  public let kind: Kind
  public let edits: [Edit]
  /// The values before, and after each edit.
  let states: [Worksheet]
  /// What all edits together have moved.
  public let ripple: Ripple

  public var worksheet: Worksheet { states[states.count - 1] }

  /// - Throws: What keeps an edit from being carried out on these values.
  init(_ kind: Kind, _ edits: [Edit], on worksheet: Worksheet) throws(EditError) {
    var states = [worksheet]
    for edit in edits {
      var next = states[states.count - 1]
      try next.apply(edit)
      states.append(next)
    }
    self.kind = kind
    self.edits = edits
    self.states = states
    ripple = states[states.count - 1].ripple(since: worksheet)
  }
}

/// Revealing what is hidden, trying out what the step proposes, and taking it back.
extension Tutor {
  /// `r`: reveals the answer of a question, plays the experiment of a step, or shows the rest of it; again: hides it.
  mutating func toggleReveal() {
    if question != nil { return toggleAnswer() }
    if experiment != nil || isRevealed {
      experiment = nil
      isRevealed = false
    } else if !step.experiment.isEmpty {
      play(step.experiment, as: .experiment)
    } else if hasMoreToReveal {
      isRevealed = true
    } else {
      notice = .nothingToReveal
    }
  }

  /// Tries out edits on the values as they are now.
  mutating func play(_ edits: [Edit], as kind: Experiment.Kind) {
    prompt = nil
    do {
      experiment = try Experiment(kind, edits, on: place.worksheet)
      notice = .tried
    } catch {
      notice = edits.first.map(Notice.cannotPlay)
    }
  }

  /// What was just changed or tried counts as seen.
  mutating func dismiss() {
    guard experiment != nil || place.ripple != nil || isRevealed else {
      notice = .nothingToDismiss
      return
    }
    if question == nil { isRevealed = false }
    experiment = nil
    place.settle()
  }
}

import AttentionCore

/// Walking from step to step.
extension Tutor {
  mutating func walk(_ event: Event) {
    let firsts = lesson.firstSteps
    let stage = stageIndex
    switch event {
    case .steppedForward:
      if progress.step + 1 == lesson.steps.count { notice = .lastStep }
      go(to: progress.step + 1)
    case .steppedBack:
      if progress.step == 0 { notice = .firstStep }
      go(to: progress.step - 1)
    case .wentToNextStage: go(to: stage + 1 < firsts.count ? firsts[stage + 1] : lesson.steps.count - 1)
    case .wentToPreviousStage:
      // As in a music player: first to the beginning of this one, then to the one before.
      go(to: progress.step > firsts[stage] ? firsts[stage] : firsts[max(0, stage - 1)])
    case .wentToFirstStepOfStage: go(to: firsts[stage])
    case .wentToLastStepOfStage: go(to: firsts[stage] + lesson.stages[stage].steps.count - 1)
    case .wentToFurthestStep: go(to: progress.furthest)
    default: break
    }
  }

  /// Goes to a step of the lesson, or stays at its ends.
  mutating func go(to step: Int) {
    let step = max(0, min(step, lesson.steps.count - 1))
    guard step != progress.step else { return }
    progress.step = step
    progress.furthest = max(progress.furthest, step)
    progress.place.settle()
    prompt = nil
    isRevealed = false
    wordsScroll = 0
  }
}

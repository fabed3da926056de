import AttentionCore

/// Walking from step to step and from lesson to lesson.
extension Tutor {
  mutating func walk(_ event: Event) {
    let firsts = lesson.firstSteps
    let stage = stageIndex
    switch event {
    case .steppedForward:
      if progress.step + 1 == lesson.steps.count { finishLesson() }
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
    // A delta is seen over all steps of its place, and is old news in the next one.
    if lesson.place(ofStep: step) != placeID { place.settle() }
    progress.step = step
    progress.furthest = max(progress.furthest, step)
    enterStep()
    effects.append(.save)
  }

  /// Goes to a lesson of the course: to a step of it or, where none is named, to the one that was left.
  mutating func go(toLesson index: Int, step: Int? = nil) {
    guard course.lessons.indices.contains(index), !course.lessons[index].steps.isEmpty else { return }
    if index != lessonIndex {
      earlier = saved
      lessonIndex = index
      progress = earlier.lessons[lesson.id].map { LessonProgress($0, of: lesson) } ?? LessonProgress()
      reach = Reach(of: lesson)
      mode = .step
      cursor.name = ""
      enterStep()
      effects.append(.save)
    }
    if let step { go(to: step) }
  }

  /// After the last step the course shows what comes next.
  private mutating func finishLesson() {
    if lessonIndex + 1 < course.lessons.count {
      overlay = .course(selected: lessonIndex + 1)
    } else {
      notice = .lastStep
    }
  }

  /// Begins a step as it is looked at for the first time, on the values of its place.
  mutating func enterStep() {
    let id = placeID
    if progress.places[id] == nil, let start = try? lesson.startingWorksheet(of: id) {
      progress.places[id] = Place(start: start)
    }
    readWords()
    prompt = nil
    offer = nil
    wordsScroll = nil
    showAnswer()
    if mode == .edit || worksheet[cursor.name] == nil { moveCursorIntoPicture() }
  }

  /// Reads the words of the step in the learner's language, for as long as it is on screen.
  mutating func readWords() {
    let (lesson, step) = (lessonIndex, step.id)
    for language in [settings.language, .english] {
      guard let words = course.lessons[lesson].words[language]?.steps[step] else { continue }
      course.lessons[lesson].words[language]?.steps[step] = words.read
      return
    }
  }

  /// What is worth keeping until the next session.
  public var saved: SavedProgress {
    var saved = earlier
    saved.lesson = lesson.id
    saved.lessons[lesson.id] = progress.saved(of: lesson, over: earlier.lessons[lesson.id])
    return saved
  }
}

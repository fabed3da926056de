import AttentionCore
import Frames
import Tutorial

/// A step as it is read from beginning to end.
extension ViewContext {
  /// How much is said about where the step stands.
  enum Heading { case lesson, stage, step }

  func spokenStep(_ heading: Heading) -> PlainPage {
    var page = PlainPage()
    if heading == .lesson { page.add(spokenLesson) }
    page.add((heading == .step ? "" : spokenStage + " ") + spokenStepNumber)
    page.add(spokenTask)
    return page
  }

  /// The step without its heading: words, picture, and what there is to do.
  var spokenTask: PlainPage {
    var page = PlainPage()
    if tutor.isUntranslated, tutor.settings.language != .english { page.add(words[.sayEnglishOnly]) }
    let speech = tutor.speech
    for part in speech {
      if case .words = part { page.add(spoken(part)) }
    }
    page.add(spokenPicture)
    page.add(spokenGoals)
    let choices = choices(among: speech)
    page.add(choices)
    for part in speech {
      switch part {
      case .words, .choice: break
      // Where there are choices each says itself how it turned out.
      case .verdict where !choices.isEmpty: break
      default: page.add(spoken(part))
      }
    }
    if let experiment = spokenExperiment { page.add(experiment) }
    page.add(words[.plainOffers], over: spokenOffers)
    if !tutor.offers.isEmpty { page.add(words.text(.hintPlay, ["word": word(.play)])) }
    page.add(spokenHints)
    return page
  }

  private func choices(among speech: [Speech]) -> [PlainLine] {
    speech.flatMap { part -> [PlainLine] in
      guard case .choice = part else { return [] }
      return spoken(part).paragraphs.flatMap(\.self)
    }
  }

  var spokenLesson: String {
    let own = tutor.lesson.words(in: tutor.settings.language)
    let title = words.text(
      .plainLesson,
      [
        "number": "\(tutor.lessonIndex + 1)", "count": "\(tutor.course.lessons.count)",
        "title": own?.title ?? tutor.lesson.id,
      ]
    ).withoutDoubleEnd
    return title + (own.map { " " + $0.goal } ?? "")
  }

  var spokenStage: String {
    let title = tutor.lesson.words(in: tutor.settings.language)?.stages[tutor.stage.id] ?? tutor.stage.id
    return words.text(
      .plainStage,
      [
        "number": "\(tutor.stageIndex + 1)", "count": "\(tutor.lesson.stages.count)", "title": title,
      ]
    ).withoutDoubleEnd
  }

  /// `Step 20 of 42. Question: One score rises.`
  var spokenStepNumber: String {
    let number = words.text(
      .plainStep,
      ["number": "\(tutor.progress.step + 1)", "count": "\(tutor.lesson.steps.count)"])
    let title = tutor.stepWords?.title
    let kinds: (bare: Phrase, titled: Phrase)? =
      tutor.step.question != nil
      ? (.plainQuestion, .plainQuestionTitle)
      : tutor.step.challenge != nil ? (.plainChallenge, .plainChallengeTitle) : nil
    switch (kinds, title) {
    case (let kinds?, let title?):
      return number + " " + words.text(kinds.titled, ["title": title]).withoutDoubleEnd
    case (let kinds?, nil): return number + " " + words[kinds.bare]
    case (nil, let title?): return "\(number) \(title)"
    case (nil, nil): return number
    }
  }
}

extension String {
  /// A title that ends a sentence of its own needs no full stop after it: `Why a mask?.` is one sign too many.
  fileprivate var withoutDoubleEnd: String {
    hasSuffix("?.") || hasSuffix("!.") || hasSuffix("..") ? String(dropLast()) : self
  }
}

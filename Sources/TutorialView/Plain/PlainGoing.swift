import AttentionCore
import Frames
import Tutorial

/// Going to places by name, and the lists over the course.
extension PlainReader {
  /// Nothing: the next stage; `back`: the one before; else a stage by its number or name.
  mutating func goToStage(_ rest: String) {
    if rest.isEmpty { return step(.wentToNextStage) }
    switch vocabulary.command(of: rest.split(separator: " ").map(String.init))?.command {
    case .back: step(.wentToPreviousStage)
    case .next: step(.wentToNextStage)
    default: go(to: rest)
    }
  }

  mutating func go(to place: String) {
    guard !place.isEmpty else { return page.add(context.spokenPlaces) }
    guard let (lesson, step) = destination(place) else { return sayNoPlace(place) }
    self.step(.wentTo(lesson: lesson, step: step))
  }

  /// The lesson and the step that a text names: `3`, `softmax`, `Producto punto`, `two-heads`, `two-heads:c1`.
  private func destination(_ text: String) -> (lesson: Int, step: Int?)? {
    let here = tutor.lessonIndex
    if let number = Int(text) {
      let firsts = tutor.lesson.firstSteps
      return firsts.indices.contains(number - 1) ? (here, firsts[number - 1]) : nil
    }
    let parts = text.split(separator: ":", maxSplits: 1).map { folded($0.trimmed) }
    guard let first = parts.first else { return nil }
    if parts.count == 2 {
      guard let lesson = lesson(named: first), let step = step(named: parts[1], in: lesson) else {
        return nil
      }
      return (lesson, step)
    }
    if let step = step(named: first, in: here) { return (here, step) }
    return lesson(named: first).map { ($0, nil) }
  }

  private func lesson(named name: String) -> Int? {
    tutor.course.lessons.firstIndex { lesson in
      folded(lesson.id) == name || lesson.words(in: tutor.settings.language).map { folded($0.title) } == name
    }
  }

  /// A stage or a step by its id, else by its title.
  private func step(named name: String, in index: Int) -> Int? {
    let lesson = tutor.course.lessons[index]
    let words = lesson.words(in: tutor.settings.language)
    if let step = lesson.step(named: name) { return step }
    if let stage = lesson.stages.firstIndex(where: { stage in
      words?.stages[stage.id].map { folded($0) } == name
    }) {
      return lesson.firstSteps[stage]
    }
    return lesson.steps.firstIndex { step in words?.steps[step.id]?.title.map { folded($0) } == name }
  }

  private mutating func sayNoPlace(_ place: String) {
    let lesson = tutor.lesson
    let titles = lesson.words(in: tutor.settings.language)?.stages.values.map { $0 } ?? []
    let known =
      lesson.stages.map(\.id) + lesson.steps.map(\.id) + tutor.course.lessons.map(\.id) + titles.sorted()
    let text = String(place.prefix(40))
    say(
      suggestion(for: folded(place), among: known).map {
        context.words.text(.plainNoPlaceNear, ["text": text, "near": $0])
      } ?? context.words.text(.plainNoPlace, ["text": text]))
  }

  // MARK: Lists

  mutating func sayCourse() {
    page.add(context.spokenCourse)
    let other = tutor.course.lessons.first { $0.id != tutor.lesson.id }?.id ?? tutor.lesson.id
    say(
      context.words.text(
        .hintGo, ["word": context.word(.go), "example": "\(context.word(.go)) \(other)"]))
  }

  /// The term that the step uses and all others by name or, with a word, the terms that have it.
  mutating func sayGlossary(_ rest: String) {
    guard !rest.isEmpty else {
      hear(.openedGlossary)
      if case .glossary(let list) = tutor.overlay {
        let entries = tutor.glossary("")
        if entries.indices.contains(list.selected) {
          page.add([context.spokenTerm(entries[list.selected])])
        }
      }
      hear(.closedOverlay)
      return page.add([context.spokenTerms])
    }
    let found = tutor.glossary(rest)
    let named = found.filter { folded($0.term).contains(folded(rest)) }
    for entry in (named.isEmpty ? found : named).prefix(5) { page.add([context.spokenTerm(entry)]) }
    if found.isEmpty { say(context.words[.listNothing]) }
  }

  // MARK: Language

  mutating func speak(_ rest: String) {
    let languages = tutor.course.languages
    guard !rest.isEmpty else {
      hear(.changedLanguage)
      return sayInNewLanguage()
    }
    let name = folded(rest)
    let wanted =
      languages.first { language in
        language.code == name || folded(tutor.course.words(in: language)[.languageName]) == name
      } ?? languages.first { $0.code == String(name.prefix(2)) }
    guard let wanted else {
      let codes = languages.map(\.code).joined(separator: ", ")
      return say(context.words.text(.plainLanguages, ["languages": codes]))
    }
    hear(.choseLanguage(wanted))
    sayInNewLanguage()
  }

  /// Words that are not read yet are said when the program hands them over.
  private mutating func sayInNewLanguage() {
    let isRead = !effects.contains { if case .read = $0 { true } else { false } }
    if isRead { page.add(context.spokenStep(.lesson)) }
  }
}

/// A line of the go-to list.
public enum GoToLine: Hashable, Sendable {
  case lesson(Int)
  case stage(lesson: Int, stage: Int)
  /// Counted over the lesson.
  case step(lesson: Int, step: Int)
}

/// The lists that lie over the lesson: places of the course, lessons, terms.
extension Tutor {
  /// The places to go to: all lessons with the stages of this one or, with a filter, all whose words contain it.
  public func goToLines(_ filter: String) -> [GoToLine] {
    guard !filter.isEmpty else {
      return course.lessons.indices.flatMap { lesson -> [GoToLine] in
        [.lesson(lesson)]
          + (lesson == lessonIndex
            ? self.lesson.stages.indices.map { .stage(lesson: lesson, stage: $0) } : [])
      }
    }
    return course.lessons.indices.flatMap { index -> [GoToLine] in
      let lesson = course.lessons[index]
      guard let words = lesson.words(in: settings.language) else { return [] }
      var lines: [GoToLine] = words.title.contains(searched: filter) ? [.lesson(index)] : []
      for (number, stage) in lesson.stages.enumerated() {
        if words.stages[stage.id]?.contains(searched: filter) == true {
          lines.append(.stage(lesson: index, stage: number))
        }
        for (offset, step) in stage.steps.enumerated()
        where step.id.contains(searched: filter) || words.steps[step.id]?.contains(searched: filter) == true {
          lines.append(.step(lesson: index, step: lesson.firstSteps[number] + offset))
        }
      }
      return lines
    }
  }

  /// Where a stage of this lesson stands in the unfiltered list.
  func goToLine(ofStage stage: Int) -> Int { lessonIndex + 1 + stage }

  /// The terms that contain a filter, in their term or their definition.
  public func glossary(_ filter: String) -> [GlossaryEntry] {
    course.ownWords(in: settings.language).glossary.filter {
      filter.isEmpty || $0.term.contains(searched: filter) || $0.definition.text.contains(searched: filter)
    }
  }

  /// Opens the glossary at the longest term that the words of this step use.
  mutating func openGlossary() {
    let said = (stepWords?.paragraphs ?? []).map(\.text).joined(separator: " ")
    let entries = glossary("")
    let used = entries.indices.filter { entries[$0].names.contains { said.contains(searched: $0) } }
    let best = used.max { entries[$0].term.count < entries[$1].term.count }
    overlay = .glossary(ListPlace(selected: best ?? 0))
  }

  mutating func handleGoTo(_ event: Event, _ list: ListPlace) {
    switch event {
    case .typed(let character) where !list.isTyping:
      if let number = character.wholeNumberValue, lesson.stages.indices.contains(number - 1),
        list.filter.isEmpty
      {
        overlay = .goTo(ListPlace(selected: goToLine(ofStage: number - 1)))
      }
    case .clickedLine(let number):
      guard goToLines(list.filter).indices.contains(number) else { return }
      handleGoTo(.chose, ListPlace(selected: number, filter: list.filter))
    case .chose:
      let lines = goToLines(list.filter)
      guard lines.indices.contains(list.selected) else { return }
      overlay = nil
      switch lines[list.selected] {
      case .lesson(let lesson): go(toLesson: lesson)
      case .stage(let lesson, let stage): go(toLesson: lesson, step: course.lessons[lesson].firstSteps[stage])
      case .step(let lesson, let step): go(toLesson: lesson, step: step)
      }
    default:
      overlay = list.after(event) { goToLines($0).count }.map(Overlay.goTo)
    }
  }

  mutating func handleCourse(_ event: Event, selected: Int) {
    switch event {
    case .moved(.up): overlay = .course(selected: max(0, selected - 1))
    case .moved(.down): overlay = .course(selected: min(course.lessons.count - 1, selected + 1))
    case .typed(let character):
      // Ten lessons: 0 is the tenth.
      let number = character.wholeNumberValue.map { $0 == 0 ? 10 : $0 } ?? 0
      if course.lessons.indices.contains(number - 1) { overlay = .course(selected: number - 1) }
    case .clickedLine(let number):
      if course.lessons.indices.contains(number) { handleCourse(.chose, selected: number) }
    case .chose:
      overlay = nil
      go(toLesson: selected)
    case .closedOverlay: overlay = nil
    default: break
    }
  }
}

extension ListPlace {
  /// Where an event leads in the list; nil: out of it.
  ///
  /// - Parameter count: How many lines a filter leaves.
  func after(_ event: Event, count: (String) -> Int) -> ListPlace? {
    var list = self
    switch event {
    case .moved(.up): list.selected -= 1
    case .moved(.down): list.selected += 1
    case .scrolled(let lines): list.selected += lines
    case .clickedLine(let number): list.selected = number
    case .openedFilter: list.isTyping = true
    case .typed(let character) where list.isTyping:
      list.filter.append(character)
      list.selected = 0
    case .editedNumber(.backspace) where list.isTyping:
      if list.filter.isEmpty { list.isTyping = false } else { list.filter.removeLast() }
      list.selected = 0
    case .closedOverlay:
      // First out of the filter, then out of the list.
      guard list.isTyping || !list.filter.isEmpty else { return nil }
      list = ListPlace(selected: 0)
    default: break
    }
    list.selected = max(0, min(list.selected, count(list.filter) - 1))
    return list
  }
}

// MARK: Searching words

extension Paragraph {
  /// The words without their marks and values.
  public var text: String {
    runs.map { run in
      if case .text(let text) = run.content { text } else { "" }
    }.joined()
  }
}

extension StepWords {
  fileprivate func contains(searched filter: String) -> Bool {
    title?.contains(searched: filter) == true || paragraphs.contains { $0.text.contains(searched: filter) }
  }
}

extension GlossaryEntry {
  /// The names of the term: `consulta (query)` has two.
  fileprivate var names: [String] {
    term.split { $0 == "(" || $0 == ")" }.map { $0.drop { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
  }
}

extension String {
  /// Whether it contains what somebody searches for: case and Spanish accents make no difference.
  fileprivate func contains(searched filter: String) -> Bool {
    let (text, searched) = (Array(searchable), Array(filter.searchable))
    guard searched.count <= text.count else { return false }
    return (0...(text.count - searched.count)).contains { text[$0..<($0 + searched.count)] == searched[...] }
  }

  private var searchable: String {
    String(lowercased().map { Self.plainLetters[$0] ?? $0 })
  }

  private static let plainLetters: [Character: Character] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
  ]
}

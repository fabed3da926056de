import AttentionCore

/// The whole state of the tutorial: where the learner is, which values stand there, what lies over them.
///
/// `handle(_:)` is the only way to change it, and it computes only; what the program has to do comes back as effects.
public struct Tutor: Sendable {
  /// STEP: arrows walk through the lesson. EDIT: arrows move between the cells.
  public enum Mode: Hashable, Sendable { case step, edit }

  public internal(set) var course: Course
  public internal(set) var settings: Settings
  /// The lesson on screen, counted from 0.
  public internal(set) var lessonIndex: Int
  public internal(set) var progress: LessonProgress
  public internal(set) var mode = Mode.step
  /// The cell that EDIT is at, kept while in STEP.
  public internal(set) var cursor: CellAddress
  /// The number being typed; nil when none is.
  public internal(set) var prompt: NumberPrompt?
  public internal(set) var overlay: Overlay?
  /// The rest of this step, and what the lesson has not reached, is shown on request.
  public internal(set) var isRevealed = false
  /// How many lines of the step's words have been scrolled away.
  public internal(set) var wordsScroll = 0
  public internal(set) var notice: Notice?
  let reach: Reach

  /// Starts at a step of a lesson; a course without lessons has no tutor.
  public init?(course: Course, lesson: Int = 0, step: Int = 0, settings: Settings = Settings()) {
    guard course.lessons.indices.contains(lesson), !course.lessons[lesson].steps.isEmpty else { return nil }
    self.course = course
    self.settings = settings
    lessonIndex = lesson
    let steps = course.lessons[lesson].steps
    progress = LessonProgress(lesson: course.lessons[lesson], step: max(0, min(step, steps.count - 1)))
    reach = Reach(of: course.lessons[lesson])
    cursor = CellAddress(name: course.lessons[lesson].worksheet.names.first ?? "", row: 0, column: 0)
  }

  public var lesson: Lesson { course.lessons[lessonIndex] }
  public var step: Step { lesson.steps[progress.step] }
  public var stageIndex: Int { lesson.stage(ofStep: progress.step) }
  public var stage: Stage { lesson.stages[stageIndex] }

  /// The words of the interface in the learner's language.
  public var interface: InterfaceWords { course.words(in: settings.language) }
  /// The words of the step; English where they are not translated.
  public var stepWords: StepWords? {
    lesson.words[settings.language]?.steps[step.id] ?? lesson.words[.english]?.steps[step.id]
  }
  /// Whether the words of the step had to be taken from English.
  public var isUntranslated: Bool { lesson.words[settings.language]?.steps[step.id] == nil }

  /// What the board draws.
  public var picture: Picture { Picture(of: step, in: worksheet) }

  /// How many parts of the picture are drawn.
  public var visibleParts: Int {
    let all = picture.parts(in: worksheet)
    return isRevealed ? all : min(all, step.reveal ?? all)
  }

  /// Whether `r` has something to show on this step.
  public var hasMoreToReveal: Bool {
    guard !isRevealed else { return false }
    return visibleParts < picture.parts(in: worksheet) || hiddenValueExists
  }

  /// The values on screen: those of the place, or, while a number is being typed, what it would make of them.
  public var worksheet: Worksheet { preview?.worksheet ?? progress.place.worksheet }

  /// What the last edit, or the number being typed, has moved.
  public var ripple: Ripple? { preview?.ripple ?? progress.place.ripple }

  /// Whether the learner may see a value yet.
  public func isVisible(_ cell: CellAddress) -> Bool {
    isRevealed || reach.isReached(cell, at: progress.furthest)
  }

  /// Whether a cell of an input differs from the lesson's value.
  public func isEdited(_ cell: CellAddress) -> Bool {
    lesson.worksheet.input(cell.name) != nil
      && lesson.worksheet[cell.name]?[row: cell.row, column: cell.column]
        != worksheet[cell.name]?[row: cell.row, column: cell.column]
  }

  /// The place as it would be with the number being typed; nil while that is no number or out of range.
  private var preview: Place? {
    guard let value = prompt?.value else { return nil }
    var place = progress.place
    return (try? place.make(place.change(.typed, at: cursor, to: value))) == nil ? nil : place
  }

  private var hiddenValueExists: Bool {
    worksheet.names.contains { name in
      worksheet[name].map {
        !isVisible(CellAddress(name: name, row: $0.rowCount - 1, column: $0.columnCount - 1))
      } ?? false
    }
  }

  /// Carries out one event; what the program has to do comes back.
  public mutating func handle(_ event: Event) -> [Effect] {
    notice = nil
    switch event {
    case .confirmedQuit: return [.quit]
    case .askedToRedraw: return [.redraw]
    case .askedToSuspend: return [.suspend]
    case .resumed: notice = .resumed
    case .changedLanguage: return changeLanguage()
    case .changedTheme:
      settings.theme = settings.theme.next
      notice = .theme(settings.theme)
    case .changedDigits:
      settings.extraDigits = (settings.extraDigits + 1) % 3
      notice = .digits(settings.extraDigits)
    case .pasted: notice = .pasteIgnored
    default:
      if overlay != nil { handleOverlay(event) } else { handleLesson(event) }
    }
    return []
  }

  private mutating func handleLesson(_ event: Event) {
    switch event {
    case .steppedForward, .steppedBack, .wentToNextStage, .wentToPreviousStage, .wentToFirstStepOfStage,
      .wentToLastStepOfStage, .wentToFurthestStep:
      walk(event)
    case .toggledReveal: isRevealed.toggle()
    case .scrolled(let lines): wordsScroll = max(0, wordsScroll + lines)
    case .typedOutsideEdit: notice = .pressTabToEdit
    case .askedWhy: askWhy()
    case .openedHelp: overlay = .help(scroll: 0)
    case .openedGoTo: overlay = .goTo(selected: stageIndex)
    case .askedToQuit: overlay = .quit
    default: edit(event)
    }
  }

  private mutating func changeLanguage() -> [Effect] {
    let languages = course.languages
    let place = languages.firstIndex(of: settings.language) ?? languages.count - 1
    let next = languages[(place + 1) % languages.count]
    guard course.hasWords(in: next) else { return [.read(next)] }
    settings.language = next
    wordsScroll = 0
    return []
  }

  /// Takes over the words of the same course in one more language, and speaks it.
  public mutating func adopt(_ other: Course, speaking language: Language) {
    for (index, lesson) in other.lessons.enumerated() where course.lessons.indices.contains(index) {
      course.lessons[index].words.merge(lesson.words) { $1 }
    }
    course.interface.merge(other.interface) { $1 }
    settings.language = course.hasWords(in: language) ? language : .english
    wordsScroll = 0
  }
}

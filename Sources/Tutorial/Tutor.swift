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
  public internal(set) var cursor = CellAddress(name: "", row: 0, column: 0)
  /// The edit of the step's offers that EDIT is at; nil while it is at a cell.
  public internal(set) var offer: Int?
  /// The number being typed, for a cell or as the answer to a question; nil when none is.
  public internal(set) var prompt: NumberPrompt?
  public internal(set) var overlay: Overlay?
  /// The rest of this step, and what the lesson has not reached, is shown on request.
  public internal(set) var isRevealed = false
  /// What is tried out on this step and will be taken back; nil while nothing is.
  public internal(set) var experiment: Experiment?
  /// The first line of the step's words on screen; nil: where the newest of them begin.
  public internal(set) var wordsScroll: Int?
  public internal(set) var notice: Notice?
  public internal(set) var presentation = Presentation()
  var reach: Reach
  /// The place before the last key, where that was the minus that nudges: a digit after it makes it a sign.
  var beforeMinus: Place?
  /// What earlier sessions saved, with the lessons that were left in this one.
  var earlier: SavedProgress
  /// What the event that is being handled asks the program to do.
  var effects: [Effect] = []

  /// Starts at a step of a lesson or, where none is named, at the one that was saved last.
  ///
  /// - Returns: Nil for a course without lessons, and for a lesson that is not there.
  public init?(
    course: Course, saved: SavedProgress = SavedProgress(), lesson: Int? = nil, step: Int? = nil,
    settings: Settings = Settings()
  ) {
    let index = lesson ?? course.lessons.firstIndex { $0.id == saved.lesson } ?? 0
    guard course.lessons.indices.contains(index), !course.lessons[index].steps.isEmpty else { return nil }
    self.course = course
    self.settings = settings
    earlier = saved
    lessonIndex = index
    let lesson = course.lessons[index]
    progress = saved.lessons[lesson.id].map { LessonProgress($0, of: lesson) } ?? LessonProgress()
    reach = Reach(of: lesson)
    if let step {
      progress.step = max(0, min(step, lesson.steps.count - 1))
      progress.furthest = max(progress.furthest, progress.step)
    }
    enterStep()
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
  /// The weights and the output that the ripple strip shows on this step.
  public var strip: Strip { step.strip ?? lesson.strip }

  /// What the board draws.
  public var picture: Picture { Picture(of: step, in: worksheet) }

  /// How many parts of the picture are drawn.
  public var visibleParts: Int {
    let all = picture.parts(in: worksheet)
    return isRevealed ? all : min(all, step.reveal ?? all)
  }

  /// Carries out one event; what the program has to do comes back.
  public mutating func handle(_ event: Event) -> [Effect] {
    notice = nil
    effects = []
    stopAutoplay(before: event)
    if case .typed = event {} else { beforeMinus = nil }
    switch event {
    case .confirmedQuit: return [.save, .quit]
    case .askedToRedraw: return [.redraw]
    case .askedToSuspend: return [.save, .suspend]
    case .resumed: notice = .resumed
    case .told(let message): notice = .message(message)
    case .tookValues(let edits): take(edits)
    case .changedLanguage: return speak(nextLanguage)
    case .choseLanguage(let language): return speak(language)
    case .changedTheme:
      settings.theme = settings.theme.next
      notice = .theme(settings.theme)
    case .changedDigits:
      settings.extraDigits = (settings.extraDigits + 1) % 3
      notice = .digits(settings.extraDigits)
    case .toggledMouse:
      settings.usesMouse.toggle()
      notice = .mouse(settings.usesMouse)
    case .pasted: notice = .pasteIgnored
    case .toggledPresenter, .toggledBlank, .toggledZoom, .toggledAutoplay, .changedPace, .ticked:
      present(event)
    default:
      if overlay != nil { handleOverlay(event) } else { handleLesson(event) }
    }
    return effects
  }

  mutating func handleLesson(_ event: Event) {
    switch event {
    case .steppedForward, .steppedBack, .wentToNextStage, .wentToPreviousStage, .wentToFirstStepOfStage,
      .wentToLastStepOfStage, .wentToFurthestStep:
      walk(event)
    case .toggledReveal: toggleReveal()
    case .wentOn: goOn()
    case .made, .putBack, .played, .wentTo: handleNamed(event)
    case .voted(let number): vote(forChoice: number)
    case .askedTip: showTip()
    case .dismissed: dismiss()
    case .scrolledWords(let line): wordsScroll = max(0, line)
    case .typedOutsideEdit: notice = .pressTabToEdit
    case .askedWhy: askWhy()
    case .openedHelp: overlay = .help(scroll: 0)
    case .openedGoTo: overlay = .goTo(ListPlace(selected: goToLine(ofStage: stageIndex)))
    case .openedCourse: overlay = .course(selected: lessonIndex)
    case .openedGlossary: openGlossary()
    case .openedSentence: openForm(.sentence)
    case .openedSaving: openForm(.folder)
    case .askedToQuit:
      // In front of a class a slip of the finger ends more than one's own session.
      if settings.confirmsQuit || presentation.isOn { overlay = .quit } else { effects = [.save, .quit] }
    default: isAnswering ? answer(event) : edit(event)
    }
  }

  private var nextLanguage: Language {
    let languages = course.languages
    let place = languages.firstIndex(of: settings.language) ?? languages.count - 1
    return languages[(place + 1) % languages.count]
  }

  private mutating func speak(_ language: Language) -> [Effect] {
    guard course.languages.contains(language) else { return [] }
    guard course.hasWords(in: language) else { return [.read(language)] }
    settings.language = language
    readWords()
    wordsScroll = nil
    return []
  }

  /// Takes over the words of the same course in one more language, and speaks it.
  public mutating func adopt(_ other: Course, speaking language: Language) {
    for (index, lesson) in other.lessons.enumerated() where course.lessons.indices.contains(index) {
      course.lessons[index].words.merge(lesson.words) { $1 }
    }
    course.interface.merge(other.interface) { $1 }
    course.words.merge(other.words) { $1 }
    settings.language = course.hasWords(in: language) ? language : .english
    readWords()
    wordsScroll = nil
  }

  /// Takes over a lesson of the course that was not read before the first screen.
  public mutating func complete(with lesson: Lesson) {
    guard let index = course.lessons.firstIndex(where: { $0.id == lesson.id && !$0.isRead }) else { return }
    course.lessons[index] = lesson
  }

  /// Leaves out a lesson of the course that cannot be read.
  public mutating func leaveOut(lesson id: String) {
    guard let index = course.lessons.firstIndex(where: { $0.id == id && !$0.isRead }) else { return }
    course.lessons.remove(at: index)
    if index < lessonIndex { lessonIndex -= 1 }
  }
}

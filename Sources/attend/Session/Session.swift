import ArgumentParser
import Frames
import Glibc
import ProgressFile
import TerminalScreen
import Tutorial
import TutorialView

/// A course on the full screen, from the first frame until the learner leaves or the terminal goes away.
struct Session: ~Copyable {
  /// How long the learner must not press a key to count as resting, in milliseconds.
  private static let rest = 1000
  /// How long to wait between two looks at the files of a lesson, in milliseconds.
  private static let lookAtFiles = 300

  private var tutor: Tutor
  private var screen: Screen
  private let glyphs: GlyphSet
  private let source: CourseSource
  private var keeper: ProgressKeeper
  /// Where the speaker's terminal is told where the lesson is; nil: it is not told.
  private let status: StatusFolder?
  /// When the program was started, in seconds since 1970, and what the speaker's terminal was told last.
  private let started = time(nil)
  private var told: SessionStatus?
  /// How long nothing has happened, in milliseconds, while the lesson goes on by itself.
  private var waited = 0
  /// Nil for lessons in the program, which nobody can change.
  private var watch: FolderWatch?

  init(
    _ tutor: Tutor, on screen: consuming Screen, glyphs: GlyphSet, from source: CourseSource,
    keeper: ProgressKeeper, status: StatusFolder?
  ) {
    self.tutor = tutor
    self.screen = screen
    self.glyphs = glyphs
    self.source = source
    self.keeper = keeper
    self.status = status
    watch = source.folder.map(FolderWatch.init)
    self.screen.capturesMouse = tutor.settings.usesMouse
  }

  /// Takes the mouse or leaves it to the terminal, as the learner has just asked for.
  private mutating func switchMouse() {
    let wanted = tutor.settings.usesMouse
    guard screen.capturesMouse != wanted else { return }
    screen.capturesMouse = wanted
    if !screen.reportsMouse { _ = tutor.handle(.told(tutor.interface[.sayMouseUnknown])) }
  }

  /// Says to the speaker's terminal where the lesson is.
  private mutating func tellSpeaker() {
    guard let status else { return }
    let now = SessionStatus(tutor, from: source, started: started)
    guard now != told else { return }
    told = now
    status.write(now)
  }

  /// Keys in, frames out.
  ///
  /// - Throws: `ProgressTrouble` where the learner left and the progress could not be saved.
  consuming func run() throws {
    let status = status
    defer { status?.remove() }
    var isShown = false
    while true {
      // A burst of keys needs one picture only, and is saved once.
      if !isShown, !screen.hasPendingInput {
        paint()
        isShown = true
        if keeper.isDue, save() { paint() }
        tellSpeaker()
      }
      // The lessons that the first screen did not need are read while the learner looks at it.
      while !screen.hasPendingInput, tutor.readNextLesson(from: source) { continue }
      let patience = patience
      var input = screen.nextInput(timeout: patience)
      if input != .timeout { isShown = false }
      while tutor.readNextLesson(from: source) { continue }
      if case .key = input { waited = 0 }
      if case .key(let key) = input,
        let event = KeyMap.event(for: key, in: tutor, size: screen.size, glyphs: glyphs)
      {
        for effect in tutor.handle(event) {
          switch effect {
          case .quit: return try keeper.finish(tutor.saved)
          case .redraw: screen.repaintAll()
          case .save: keeper.isDue = true
          case .saveSoon: keeper.isDueSoon = true
          case .suspend:
            _ = save()
            input = screen.suspend()
          case .read(let language): speak(language)
          case .build(let recipe): if tutor.build(recipe) { keeper.isDue = true }
          case .saveLesson(let folder): tutor.saveSandbox(in: folder)
          }
        }
        switchMouse()
      }
      switch input {
      case .resumed: _ = tutor.handle(.resumed)
      case .key, .resized: break
      case .timeout:
        waited += patience ?? 0
        if goOnIfTime() { isShown = false }
        if keeper.isDueSoon, save() { isShown = false }
        if watch?.hasChanged() == true {
          reload()
          isShown = false
        }
      case .terminate(let signal):
        try? keeper.finish(tutor.saved)
        status?.remove()
        screen.closeAndReraise(signal)
      case .hangUp:
        try? keeper.finish(tutor.saved)
        throw ExitCode.hangUp
      }
    }
  }

  /// How long to wait for a key; nil: as long as it takes, and nothing runs.
  private var patience: Int? {
    [
      watch.map { _ in Self.lookAtFiles }, keeper.isDueSoon ? Self.rest : nil,
      tutor.autoplayDelay.map { max(0, $0 - waited) },
    ].compactMap(\.self).min()
  }

  /// Lets the lesson go on by itself once its time has come; whether it has.
  private mutating func goOnIfTime() -> Bool {
    guard let delay = tutor.autoplayDelay, waited >= delay else { return false }
    waited = 0
    if tutor.handle(.ticked).contains(.save) { keeper.isDue = true }
    return true
  }

  private mutating func paint() {
    screen.paint(render(tutor, size: screen.size, glyphs: glyphs), theme: tutor.settings.theme.theme)
  }

  /// Saves, and puts on screen why that does not work; whether there was something to say.
  private mutating func save() -> Bool {
    guard let news = keeper.save(tutor.saved) else { return false }
    tutor.tell(news)
    return true
  }

  private mutating func speak(_ language: Language) {
    do {
      tutor.adopt(try source.read(in: [language], recipe: tutor.sandboxRecipe), speaking: language)
    } catch {
      tutor.tell(error)
    }
  }

  /// Reads the files again and goes on at the same step with the same values, as far as they still fit.
  private mutating func reload() {
    do {
      let course = try source.read(in: [tutor.settings.language])
      guard let next = tutor.moved(to: course) else { return }
      tutor = next
      _ = tutor.handle(.told(tutor.interface[.saveLessonRead]))
    } catch {
      tutor.tell(error)
    }
  }
}

extension Tutor {
  /// The same lesson and step in another edition of the course; nil where that has no lessons.
  func moved(to course: Course) -> Tutor? {
    let index = course.lessons.firstIndex { $0.id == lesson.id }
    // A step whose id is gone: the one that now stands in its place.
    let isThere = index.map { course.lessons[$0].steps.contains { $0.id == step.id } } ?? true
    return Tutor(
      course: course, saved: saved, lesson: index, step: isThere ? nil : progress.step, settings: settings)
  }

  /// Says why the course cannot be read, in one line.
  fileprivate mutating func tell(_ failure: SourceFailure) {
    _ = handle(.told(failure.lines.first ?? ""))
  }

  /// Says what there is to say about the progress file.
  mutating func tell(_ news: News) { _ = handle(.told(sentence(for: news))) }

  func sentence(for news: News) -> String {
    switch news {
    case .repaired: interface[.saveRepaired]
    case .notSaved(let trouble): interface.text(.saveFailed, ["reason": interface[trouble.phrase]])
    }
  }
}

extension ProgressTrouble {
  var phrase: Phrase {
    switch self {
    case .noFolder: .saveNoFolder
    case .newer: .saveNewer
    case .refused(let error) where [ENOSPC, EDQUOT].contains(error.number): .saveFull
    case .refused(let error) where [EACCES, EPERM, EROFS, ENOTDIR].contains(error.number): .saveForbidden
    case .refused, .busy: .saveRefused
    }
  }
}

import ArgumentParser
import Frames
import Glibc
import TerminalScreen
import Tutorial
import TutorialView

/// `attend notes`: the speaker's notes, on a second terminal.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract:
      "Show speaker notes, the expected answer and the clock for a lesson that runs in another terminal.",
    discussion: """
      Start it before the lesson or during it, as often as you like: it follows the lesson that was started last, or
      the process that --session names. It shows nothing on the projected screen. q leaves.
      """)

  @Option(help: "Follow the lesson of this process.")
  var session: Int32?

  @OptionGroup var looks: LookOptions

  func run() throws {
    let preferences = preferencesOrComplaint(looks.choice)
    let screen: Screen
    do {
      screen = try Screen(colors: preferences.color)
    } catch {
      writeError("\(error)")
      throw ExitCode.noTerminal
    }
    try NotesSession(screen, following: session, preferences).run()
  }
}

/// The speaker's terminal, until the speaker leaves.
private struct NotesSession: ~Copyable {
  /// How long to wait between two looks, in milliseconds.
  private static let lookAtStatus = 100

  private var screen: Screen
  private let process: Int32?
  private let preferences: Preferences
  private let glyphs: GlyphSet
  private let folder = StatusFolder()
  private var course: (source: CourseSource, course: Course)?
  /// What was followed last, so that nothing is read and drawn while nothing changes.
  private var status: SessionStatus?
  private var minutes = -1
  private var tutor: Tutor?

  init(_ screen: consuming Screen, following process: Int32?, _ preferences: Preferences) {
    glyphs = preferences.glyphs.set(isUTF8: screen.isUTF8)
    self.screen = screen
    self.process = process
    self.preferences = preferences
  }

  consuming func run() throws {
    paint()
    while true {
      switch screen.nextInput(timeout: Self.lookAtStatus) {
      case .key(.character("q")), .key(.escape): return
      case .key(.control("l")):
        screen.repaintAll()
        paint()
      case .key(.control("z")):
        screen.suspend()
        paint()
      case .key, .resumed: break
      case .resized: paint()
      case .timeout: if follow() { paint() }
      case .terminate(let signal): screen.closeAndReraise(signal)
      case .hangUp: throw ExitCode.hangUp
      }
    }
  }

  /// Looks where the lesson is; whether there is something new to show.
  private mutating func follow() -> Bool {
    let running = folder.running()
    let next = running.first { process == nil || $0.process == process }?.status
    let now = next.map { max(0, (time(nil) - $0.started) / 60) } ?? 0
    guard next != status || now != minutes else { return false }
    if next != status { tutor = next.flatMap { place($0) } }
    (status, minutes) = (next, now)
    return true
  }

  /// The tutor at the place of the projector.
  private mutating func place(_ status: SessionStatus) -> Tutor? {
    if course?.source != status.source {
      course = (try? status.source.read()).map { (status.source, $0) }
    }
    guard let course = course?.course,
      let index = course.lessons.firstIndex(where: { $0.id == status.lesson })
    else { return nil }
    return Tutor(
      course: course, lesson: index, step: course.lessons[index].step(named: status.step),
      settings: preferences.settings(in: Language(status.language)))
  }

  private mutating func paint() {
    let interface = tutor?.interface ?? waitingWords()
    screen.paint(
      renderNotes(tutor, minutes: max(0, minutes), interface: interface, size: screen.size, glyphs: glyphs),
      theme: preferences.theme.theme)
  }

  /// The words before a lesson is found: those of the user's language.
  private mutating func waitingWords() -> InterfaceWords {
    if course == nil { course = (try? CourseSource.embedded.read()).map { (.embedded, $0) } }
    guard let course = course?.course else { return InterfaceWords(texts: [:]) }
    let choice = CourseChoice().preferring(preferences.language)
    return course.words(in: (try? choice.language(of: course)) ?? .english)
  }
}

import ArgumentParser
import Frames
import Glibc
import LessonFile
import ProgressFile
import TerminalScreen
import Tutorial
import TutorialView

/// `attend [LESSON[:PLACE]]`: the lesson on the full screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a lesson on the full screen (what attend does by itself).",
    shouldDisplay: false)

  @Argument(help: "A lesson or the folder of one, with a stage or a step after a colon: order:turn.")
  var place: String?

  @Flag(help: "As plain text, which is read line by line: what attend read does.")
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: "Take clicks as keys, or leave them to the terminal, which selects text by them.")
  var mouse: Bool?

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions
  @OptionGroup var looks: LookOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    guard values.files.isEmpty || place != nil else {
      throw ValidationError("--values goes with a lesson: attend LESSON --values FILE")
    }
    var looks = looks.choice
    looks.mouse = mouse
    try openLesson(
      at: place, of: course.choice, looks: looks, files: progress.files, isPlain: plain,
      values: values)
  }
}

/// Opens a lesson until the learner leaves, on the full screen or as plain text.
///
/// - Parameter isPlain: As plain text; a terminal that can do nothing else gets it unasked.
func openLesson(
  at place: String? = nil, of choice: CourseChoice = CourseChoice(), looks: LookChoice = LookChoice(),
  files: FileUse = .everything, isPlain: Bool = false, values: ValuesOptions? = nil
) throws {
  do {
    try runLesson(at: place, of: choice, looks: looks, files: files, isPlain: isPlain, values: values)
  } catch let trouble as ProgressTrouble {
    writeError("your progress is not saved: \(trouble)")
    throw ExitCode.writeError
  }
}

/// Only the words of the language that is shown are read; another one is read when the learner asks for it. Only the
/// lesson that is shown is read before the first frame, the others right after it.
private func runLesson(
  at place: String?, of choice: CourseChoice, looks: LookChoice, files: FileUse, isPlain: Bool,
  values: ValuesOptions?
) throws {
  let address = try files.address(place, lessons: choice.folder, values: values?.files ?? [])
  let (preferences, complaint) = readPreferences(looks, files: files)
  let choice = choice.preferring(preferences.language)
  // Where no screen can be had, nobody would learn what happened to a damaged file.
  let hasTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  let isKept = files == .everything && (hasTerminal || isPlain)
  var keeper = ProgressKeeper(address.source, isFresh: !isKept)
  let (saved, news) = keeper.load()
  // The first screen needs one lesson; who sees the course first needs all.
  let wanted = address.place?.prefix { $0 != ":" }
  let course = try loadCourse(
    from: address.source, in: choice.candidates, only: wanted.map(String.init) ?? saved.lesson,
    recipe: saved.lessons[SentenceLesson.sandboxID]?.recipe)
  var settings = preferences.settings(in: try choice.language(of: course))
  settings.canSaveLessons = files != .nothing
  var tutor = try makeTutor(
    course, at: address.place, saved: saved, settings: settings, or: Attend.commandNames)
  let isFirstTime = address.place == nil && saved.lesson == nil
  if isFirstTime, course.lessons.count > 1 { _ = tutor.handle(.openedCourse) }
  if let values { try tutor.take(values) }
  // On the screen now, and in the shell again when the learner leaves.
  if let complaint { writeError(complaint) }
  func readAloud() throws {
    if let news { tutor.tell(news) }
    let session = PlainSession(tutor, from: address.source, keeper: keeper, glyphs: preferences.glyphs)
    let isBack = address.place?.contains(":") != true && tutor.progress.step > 0
    try session.run(.init(isNew: saved.lessons.isEmpty, isBack: isBack))
  }
  if isPlain { return try readAloud() }
  let screen: Screen
  do {
    screen = try Screen(colors: preferences.color)
  } catch {
    if error == .terminalDumb || error == .terminalUnset {
      writeError("\(error), so the course is plain text")
      return try readAloud()
    }
    writeError("\(error); attend read gives the course as plain text")
    throw ExitCode.noTerminal
  }
  if address.place == nil, tutor.overlay == nil { welcomeBack(&tutor) }
  if let complaint { _ = tutor.handle(.told(complaint)) }
  if let news { tutor.tell(news) }
  Screen.setLastWords(
    "attend: an error in the program ended it; the terminal is as it was"
      + (keeper.path.map { ", your progress is in \(printable($0))" } ?? ""))
  let glyphs = preferences.glyphs.set(isUTF8: screen.isUTF8)
  let session = Session(
    tutor, on: screen, glyphs: glyphs, from: address.source, keeper: keeper,
    status: files == .nothing ? nil : StatusFolder())
  try session.run()
}

/// Who comes back is told where they are.
private func welcomeBack(_ tutor: inout Tutor) {
  let (step, count) = (tutor.progress.step, tutor.lesson.steps.count)
  guard step > 0 else { return }
  _ = tutor.handle(
    .told(tutor.interface.text(.saveBack, ["step": "\(step + 1)", "count": "\(count)"])))
}

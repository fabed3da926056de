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

  @Argument(help: "A lesson or the folder of one, with a stage or a step after a colon: two-tokens:softmax.")
  var place: String?

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions
  @OptionGroup var looks: LookOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    guard values.files.isEmpty || place != nil else {
      throw ValidationError("--values goes with a lesson: attend LESSON --values FILE")
    }
    try openLesson(
      at: place, of: course.choice, looks: looks.choice, isFresh: progress.fresh, values: values)
  }
}

/// Opens a lesson on the full screen until the learner leaves.
///
/// Only the words of the language that is shown are read; another one is read when the learner asks for it. Only the
/// lesson that is shown is read before the first frame, the others right after it.
func openLesson(
  at place: String? = nil, of choice: CourseChoice = CourseChoice(), looks: LookChoice = LookChoice(),
  isFresh: Bool = false, values: ValuesOptions? = nil
) throws {
  let (preferences, complaint) = readPreferences(looks)
  let choice = choice.preferring(preferences.language)
  let address = try CourseAddress(place, lessons: choice.folder)
  // Where no screen can be had, nobody would learn what happened to a damaged file.
  let hasTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  var keeper = ProgressKeeper(address.source, isFresh: isFresh || !hasTerminal)
  let (saved, news) = keeper.load()
  // The first screen needs one lesson; who sees the course first needs all.
  let wanted = address.place?.prefix { $0 != ":" }
  let course = try loadCourse(
    from: address.source, in: choice.candidates, only: wanted.map(String.init) ?? saved.lesson,
    recipe: saved.lessons[SentenceLesson.sandboxID]?.recipe)
  let settings = preferences.settings(in: try choice.language(of: course))
  var tutor = try makeTutor(course, at: address.place, saved: saved, settings: settings)
  if address.place == nil { welcome(&tutor, saved) }
  if let values { try tutor.take(values) }
  if let complaint {
    // On the screen now, and in the shell again when the learner leaves.
    writeError(complaint)
    _ = tutor.handle(.told(complaint))
  }
  if let news { tutor.tell(news) }
  let screen: Screen
  do {
    screen = try Screen(colors: preferences.color)
  } catch {
    writeError("\(error)")
    throw ExitCode.noTerminal
  }
  Screen.setLastWords(
    "attend: an error in the program ended it; the terminal is as it was"
      + (keeper.path.map { ", your progress is in \(printable($0))" } ?? ""))
  let glyphs = preferences.glyphs.set(isUTF8: screen.isUTF8)
  let session = Session(tutor, on: screen, glyphs: glyphs, from: address.source, keeper: keeper)
  do {
    try session.run()
  } catch let trouble as ProgressTrouble {
    writeError("your progress is not saved: \(trouble)")
    throw ExitCode.writeError
  }
}

/// Who begins sees the course first; who comes back is told where they are.
private func welcome(_ tutor: inout Tutor, _ saved: SavedProgress) {
  let (step, count) = (tutor.progress.step, tutor.lesson.steps.count)
  if saved.lesson == nil, tutor.course.lessons.count > 1 {
    _ = tutor.handle(.openedCourse)
  } else if step > 0 {
    let words = tutor.interface.text(.saveBack, ["step": "\(step + 1)", "count": "\(count)"])
    _ = tutor.handle(.told(words))
  }
}

import ArgumentParser
import Frames
import Glibc
import TerminalScreen
import Tutorial
import TutorialView

/// `attend LESSON[:STEP]`: the lesson on the full screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a lesson on the full screen (what attend does by itself).",
    shouldDisplay: false)

  @Argument(help: "A lesson, with a stage or a step after a colon: two-tokens:softmax.")
  var place: String?

  @OptionGroup var course: CourseOptions
  @OptionGroup var looks: LookOptions

  func run() throws {
    try openLesson(at: place, of: course.choice, looks: looks.choice)
  }
}

/// Opens a lesson on the full screen until the learner leaves.
///
/// Only the words of the language that is shown are read; another one is read when the learner asks for it.
func openLesson(
  at place: String? = nil, of choice: CourseChoice = CourseChoice(), looks: LookChoice = LookChoice()
) throws {
  let course = try loadCourse(from: choice.folder, in: choice.candidates)
  let settings = Settings(language: try choice.language(of: course), theme: looks.theme)
  let tutor = try makeTutor(course, at: place, settings: settings)
  let screen: Screen
  do {
    screen = try Screen(colors: looks.color)
  } catch {
    writeError("\(error)")
    throw ExitCode.noTerminal
  }
  let glyphs = looks.glyphs.set(isUTF8: screen.isUTF8)
  try run(tutor, from: choice.folder, on: screen, glyphs: glyphs)
}

/// Keys in, frames out, until the learner leaves or the terminal goes away.
private func run(
  _ tutor: consuming Tutor, from folder: String?, on screen: consuming Screen, glyphs: GlyphSet
) throws {
  Screen.setLastWords("attend: an error in the program ended it; the terminal is as it was")
  while true {
    // A burst of keys needs one picture only.
    if !screen.hasPendingInput {
      screen.paint(render(tutor, size: screen.size, glyphs: glyphs), theme: tutor.settings.theme.theme)
    }
    var input = screen.nextInput()
    if case .key(let key) = input, let event = KeyMap.event(for: key, in: tutor, size: screen.size) {
      for effect in tutor.handle(event) {
        switch effect {
        case .quit: return
        case .redraw: screen.repaintAll()
        case .save, .saveSoon: break
        case .suspend: input = screen.suspend()
        case .read(let language):
          tutor.adopt(try loadCourse(from: folder, in: [language]), speaking: language)
        }
      }
    }
    switch input {
    case .resumed: _ = tutor.handle(.resumed)
    case .key, .resized, .timeout: break
    case .terminate(let signal): screen.closeAndReraise(signal)
    case .hangUp: throw ExitCode.hangUp
    }
  }
}

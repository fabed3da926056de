import AttentionCore
import Frames
import Tutorial

/// What a line brought about: the text to print and what the program has to do.
public struct PlainAnswer: Sendable {
  public var text: String
  public var effects: [Effect]
}

/// The course as plain text: a line in, text and effects out.
///
/// It holds the same tutor as the full screen and says everything that the screen shows, so nothing is lost to whoever
/// listens instead of looking. It never prints and never waits.
public struct PlainReader: Sendable {
  public internal(set) var tutor: Tutor
  /// The width to wrap at; nil: lines stay as long as they are.
  public var width: Int?
  let glyphs: GlyphSet
  /// What the last change moved, to be said again.
  var lastRipple: Ripple?
  /// The cells that were asked about one after the other; the last was explained last.
  var trail: [CellReference] = []
  /// What is being said.
  var page = PlainPage()
  var effects: [Effect] = []

  public init(_ tutor: Tutor, glyphs: GlyphSet = .unicode, width: Int? = nil) {
    self.tutor = tutor
    self.glyphs = glyphs
    self.width = width
  }

  var context: ViewContext { ViewContext(tutor, glyphs: glyphs) }

  /// How the learner comes to the course.
  public struct Beginning: Hashable, Sendable {
    /// For the first time, so that how it works has to be said.
    public var isNew: Bool
    /// To the step where they stopped.
    public var isBack: Bool

    public init(isNew: Bool = false, isBack: Bool = false) {
      self.isNew = isNew
      self.isBack = isBack
    }
  }

  /// What is said before the first line is read.
  public mutating func open(_ beginning: Beginning = Beginning()) -> PlainAnswer {
    answering { reader in
      let context = reader.context
      reader.say(
        context.words.text(.plainWelcome, ["help": context.word(.help), "quit": context.word(.quit)]))
      if beginning.isNew { reader.say(context.words.text(.plainKeys, ["example": context.exampleOfChange])) }
      if let notice = context.spokenNotice { reader.say(notice) }
      if case .course(let selected) = reader.tutor.overlay {
        reader.page.add(context.spokenCourse)
        reader.sayNextLesson(selected)
      } else {
        if beginning.isBack { reader.say(context.words[.plainBack]) }
        reader.page.add(context.spokenStep(.lesson))
      }
    }
  }

  /// Answers one line, without its end.
  public mutating func read(_ line: String) -> PlainAnswer {
    answering { $0.carryOut(line) }
  }

  /// Takes over the words of another language and reads the step in it.
  public mutating func adopt(_ course: Course, speaking language: Language) -> PlainAnswer {
    answering { reader in
      reader.tutor.adopt(course, speaking: language)
      reader.page.add(reader.context.spokenStep(.lesson))
    }
  }

  /// Takes over what the course has besides the lesson that was read first.
  public mutating func complete(_ action: (inout Tutor) -> Void) { action(&tutor) }

  /// Goes on with another edition of the same course.
  public mutating func goOn(with tutor: Tutor) -> PlainAnswer {
    answering { reader in
      reader.tutor = tutor
      reader.trail = []
      reader.lastRipple = nil
      reader.say(reader.context.words[.saveLessonRead])
      reader.page.add(reader.context.spokenStep(.stage))
    }
  }

  /// Says what only the program knows.
  public mutating func tell(_ message: String) -> PlainAnswer {
    answering { $0.say(message) }
  }

  private mutating func answering(_ act: (inout PlainReader) -> Void) -> PlainAnswer {
    (page, effects) = (PlainPage(), [])
    act(&self)
    defer { (page, effects) = (PlainPage(), []) }
    return PlainAnswer(text: page.text(width: width, glyphs: glyphs), effects: effects)
  }

  mutating func say(_ sentence: String) { page.add(sentence) }

  mutating func sayNextLesson(_ index: Int) {
    let lesson = tutor.course.lessons[index]
    let title = lesson.words(in: tutor.settings.language)?.title ?? lesson.id
    say(context.words.text(.hintNextLesson, ["number": "\(index + 1)", "title": title]))
  }
}

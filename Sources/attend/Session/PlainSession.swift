import ArgumentParser
import Frames
import Glibc
import ProgressFile
import TerminalScreen
import Tutorial
import TutorialView

/// A course as plain text: a line from standard input, an answer on standard output, until the input ends.
struct PlainSession {
  private var reader: PlainReader
  private var input = LineInput()
  private var keeper: ProgressKeeper
  private let source: CourseSource
  private var watch: FolderWatch?
  private let hasPrompt = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  private var hasAnswered = false

  init(_ tutor: Tutor, from source: CourseSource, keeper: ProgressKeeper, glyphs: GlyphChoice) {
    reader = PlainReader(tutor, glyphs: glyphs.set(isUTF8: localeIsUTF8()))
    self.source = source
    self.keeper = keeper
    watch = source.folder.map(FolderWatch.init)
  }

  /// Lines in, answers out.
  ///
  /// - Throws: `ProgressTrouble` where the progress could not be saved at the end; an exit status where the input
  ///   cannot be read or the output cannot be written.
  consuming func run(_ beginning: PlainReader.Beginning) throws {
    // A reader of the output that goes away is an error of writing, and not the end of what was learnt.
    signal(SIGPIPE, SIG_IGN)
    do {
      readTheRest()
      try write { $0.open(beginning) }
      while let line = try nextLine() {
        if watch?.hasChanged() == true { try reload() }
        guard try write({ $0.read(line) }) else { break }
        if !input.hasLine { try save() }
      }
    } catch let failure as ReadFailure {
      try? keeper.finish(reader.tutor.saved)
      writeError("cannot read standard input: \(String(cString: strerror(failure.number)))")
      throw ExitCode.cannotOpen
    } catch let status as ExitCode {
      try? keeper.finish(reader.tutor.saved)
      throw status
    }
    try keeper.finish(reader.tutor.saved)
  }

  private mutating func nextLine() throws -> String? {
    if hasPrompt { try print("> ") }
    let line = try input.next()
    // The line that the end of the input leaves open.
    if line == nil, hasPrompt { try print("\n") }
    return line
  }

  /// Prints an answer and does what it asks for; false where the learner leaves.
  @discardableResult
  private mutating func write(_ answer: (inout PlainReader) -> PlainAnswer) throws -> Bool {
    reader.width = lineWidth
    let answer = answer(&reader)
    if !answer.text.isEmpty {
      // At a terminal the line that was typed stands between two answers.
      try print((hasAnswered && !hasPrompt ? "\n" : "") + answer.text)
      hasAnswered = true
    }
    for effect in answer.effects {
      switch effect {
      case .quit: return false
      case .save: keeper.isDue = true
      case .saveSoon: keeper.isDueSoon = true
      case .read(let language): try speak(language)
      // Sentences are typed into a form of the full screen; here its sandbox is read with the sentence it has.
      case .redraw, .suspend, .build, .saveLesson: break
      }
    }
    return true
  }

  /// Saves what the last lines brought about, and says why that does not work.
  private mutating func save() throws {
    guard keeper.isDue || keeper.isDueSoon, let news = keeper.save(reader.tutor.saved) else { return }
    let sentence = reader.tutor.sentence(for: news)
    try write { $0.tell(sentence) }
  }

  private mutating func readTheRest() {
    reader.complete { tutor in
      while tutor.readNextLesson(from: source) { continue }
    }
  }

  private mutating func speak(_ language: Language) throws {
    switch readCourse(in: language) {
    case .success(let course): try write { $0.adopt(course, speaking: language) }
    case .failure(let failure): try write { $0.tell(failure.lines.first ?? "") }
    }
  }

  /// Reads the files of a lesson again and goes on at the same step with the same values, as far as they still fit.
  private mutating func reload() throws {
    switch readCourse(in: reader.tutor.settings.language) {
    case .success(let course):
      guard let next = reader.tutor.moved(to: course) else { return }
      try write { $0.goOn(with: next) }
    case .failure(let failure): try write { $0.tell(failure.lines.first ?? "") }
    }
  }

  private func readCourse(in language: Language) -> Result<Course, SourceFailure> {
    Result { () throws(SourceFailure) in try source.read(in: [language], recipe: reader.tutor.sandboxRecipe) }
  }

  private func print(_ text: String) throws {
    guard !writeAll(Array(text.utf8), to: STDOUT_FILENO) else { return }
    // Whoever closed the pipe has heard enough, and needs no message.
    if errno != EPIPE { writeError("cannot write the output: \(String(cString: strerror(errno)))") }
    throw ExitCode.writeError
  }

  /// What COLUMNS says, else the width of the window, else 80; a pipe and a width of 0 are not wrapped.
  private var lineWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var window = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window)
    let width = environment("COLUMNS").flatMap { Int($0) } ?? (window.ws_col > 0 ? Int(window.ws_col) : 80)
    return width > 0 ? width : nil
  }
}

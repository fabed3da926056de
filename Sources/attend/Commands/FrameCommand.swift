import ArgumentParser
import Frames
import Tutorial
import TutorialView

/// `attend frame LESSON[:STEP]`: the screen after some keys, without a terminal.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Print the screen as it is after some keys, without a terminal.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, ansi, svg, html }

  @Argument(help: "A lesson or the folder of one, with a stage or a step after a colon.")
  var place: String

  @Option(help: "Keys to press, as 'Right Right Tab + +'; text in quotes is typed, Right*5 repeats.")
  var keys = ""

  @Option(help: "The size of the screen, as 80x24.")
  var size = Size(columns: 80, rows: 24)

  @Option(help: "The format.")
  var format = Format.text

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions
  @OptionGroup var looks: LookOptions

  func run() throws {
    let address = try CourseAddress(place, lessons: course.lessons)
    let course = try loadCourse(from: address.source, proving: false)
    let preferences = preferencesOrComplaint(looks.choice)
    let settings = preferences.settings(in: try self.course.choice(preferences).language(of: course))
    var tutor = try makeTutor(course, at: address.place, settings: settings)
    try tutor.take(values)
    let script: [Key]
    do { script = try Frames.keys(ofScript: keys) } catch { throw ValidationError("--keys: \(error)") }
    let glyphs = preferences.glyphs.set(isUTF8: true)
    for key in script {
      guard let event = KeyMap.event(for: key, in: tutor, size: size, glyphs: glyphs) else { continue }
      for case .build(let recipe) in tutor.handle(event) { _ = tutor.build(recipe) }
    }
    let frame = render(tutor, size: size, glyphs: glyphs)
    let theme = tutor.settings.theme.theme
    let language = tutor.settings.language
    let title = tutor.lesson.words(in: language)?.title ?? tutor.lesson.id
    switch format {
    case .text: try writeOutput(frame.text())
    case .ansi: try writeOutput(frame.ansi(theme: theme, depth: preferences.color == .never ? .none : .full))
    case .svg: try writeOutput(frame.svg(theme: theme, title: title))
    case .html: try writeOutput(frame.htmlPage(theme: theme, title: title, language: language.code))
    }
  }
}

extension Size: ExpressibleByArgument {
  /// `80x24`; nothing larger than 1000 in either direction.
  public init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (0...1000).contains(columns), (0...1000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  public var defaultValueDescription: String { "\(columns)x\(rows)" }
}

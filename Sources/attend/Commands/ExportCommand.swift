import ArgumentParser
import AttentionCore
import Frames
import ProgressFile
import Tutorial
import TutorialView

/// `attend export LESSON`: the lesson on paper, for a class.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson as a handout in Markdown: sheets for a class, and their keys.",
    discussion: """
      With --blank what is computed is left to fill in; --answers with the same options is the key to that sheet. \
      --seed N gives each number N a sheet of its own; --row all asks for every row of every matrix, not for one of each:

        attend export two-tokens --blank --seed 7 -o sheet-7.md
        attend export two-tokens --answers --seed 7 -o key-7.md
      """)

  @Argument(help: "A lesson, or the folder of one.")
  var lesson: String

  @Flag(help: "Leave what is computed blank, each blank with a number.")
  var blank = false

  @Flag(help: "Write the key: numbers, right choices, solutions, speaker notes.")
  var answers = false

  @Option(
    help: ArgumentHelp(
      "The token whose row of each matrix is left to fill in, or all for every row; else the one that the lesson "
        + "follows.", valueName: "token"))
  var row: String?

  @Option(
    help: ArgumentHelp("Vary the inputs by some hundredths, the same for the same number.", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("An edit, as 'K[dog,3]=3'; may be given more than once.", valueName: "edit"))
  var edits: [String] = []

  @Flag(help: "Begin with the numbers that you have made in the lesson.")
  var progress = false

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file to write instead of standard output; one that is there is kept, unless --force is given.",
      valueName: "file"))
  var output = "-"

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @Option(help: "The decimal sign.")
  var decimal: DecimalSign?

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions

  func validate() throws {
    if blank, answers { throw ValidationError("--blank and --answers are two pages: leave one of them out") }
    if row != nil, !blank, !answers { throw ValidationError("--row goes with --blank or --answers") }
  }

  func run() throws {
    let address = try CourseAddress(lesson, lessons: course.lessons)
    let course = try loadCourse(from: address.source, proving: false)
    let lesson = try address.place.map { try findLesson($0, in: course) } ?? course.lessons[0]
    let preferences = preferencesOrComplaint(LookChoice(decimal: decimal))
    // More decimals are for the screen: nobody wants to work them out.
    let settings = Settings(
      language: try self.course.choice(preferences).language(of: course),
      hasDecimalComma: preferences.decimal == .comma)
    var worksheet = lesson.worksheet
    if progress { worksheet = try savedNumbers(of: lesson, in: course, address.source) }
    for edit in try values.edits(for: lesson) { try worksheet.apply(edit) }
    let edits = try worksheet.checked(options: edits)
    guard let index = course.lessons.firstIndex(where: { $0.id == lesson.id }),
      let handout = Handout(
        course, lesson: index, settings: settings, kind: blank ? .blank : answers ? .answers : .complete,
        worksheet: worksheet, seed: seed, edits: edits, rows: try rows(of: lesson))
    else { throw ValidationError("\(lesson.id) has no steps") }
    try write(harmless(handout.markdown), to: output, replacing: force)
  }

  /// What is left to fill in.
  private func rows(of lesson: Lesson) throws -> Handout.Rows {
    guard let row else { return .one(of: nil) }
    let tokens = Handout.tokens(of: lesson)
    if tokens.contains(row) { return .one(of: row) }
    guard row == "all" else {
      throw ValidationError(
        "no computed matrix of \(lesson.id) has a row \(quoted(row))\(nearest(row, among: tokens + ["all"]))")
    }
    return .all
  }

  /// The numbers of the steps that share their values, as the last session left them.
  private func savedNumbers(of lesson: Lesson, in course: Course, _ source: CourseSource) throws -> Worksheet
  {
    guard let path = progressPath(environment: environment) else {
      throw ValidationError("no progress is kept: \(ProgressTrouble.noFolder)")
    }
    let all: SavedProgress
    do {
      all = try ProgressStore(path: path).peek()
    } catch {
      writeError("\(path) cannot be read: \(error)")
      throw ExitCode.cannotOpen
    }
    let saved = LessonNames(source)?.played(all) ?? all
    let index = course.lessons.firstIndex { $0.id == lesson.id }
    let step = lesson.steps.indices.first { lesson.place(ofStep: $0) == .common }
    let tutor = Tutor(course: course, saved: saved, lesson: index, step: step)
    return tutor?.placeID == .common ? tutor?.place.worksheet ?? lesson.worksheet : lesson.worksheet
  }
}

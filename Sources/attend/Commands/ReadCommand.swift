import ArgumentParser
import Frames

/// `attend read [LESSON[:PLACE]]`: the course as plain text, for screen readers and pipes.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read the course as plain text, line by line: for screen readers and pipes.")

  @Argument(help: "A lesson or the folder of one, with a stage or a step after a colon: order:turn.")
  var place: String?

  @Option(help: "The characters to write with.")
  var glyphs: GlyphChoice?

  @Option(help: "The decimal sign.")
  var decimal: DecimalSign?

  @OptionGroup var course: CourseOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    try openLesson(
      at: place, of: course.choice, looks: LookChoice(glyphs: glyphs, decimal: decimal),
      files: progress.files, isPlain: true)
  }
}

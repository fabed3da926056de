import ArgumentParser
import AttentionCore
import Frames
import Tutorial

/// `attend compute LESSON`: every matrix of the lesson after some edits, at full precision.
struct ComputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute", abstract: "Print every matrix of a lesson after edits, at full precision.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json }

  @Argument(help: "A lesson, or the folder of one.")
  var lesson: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("An edit, as 'K[dog,3]=3'; may be given more than once.", valueName: "edit"))
  var edits: [String] = []

  @Option(
    name: .customLong("matrix"), parsing: .singleValue,
    help: ArgumentHelp("Print only this matrix; may be given more than once.", valueName: "name"))
  var names: [String] = []

  @Option(help: "The format.")
  var format = Format.text

  @OptionGroup var values: ValuesOptions
  @OptionGroup var course: CourseOptions

  func run() throws {
    let lesson = try lessonToCompute()
    var worksheet = lesson.worksheet
    for edit in try values.edits(for: lesson) { try worksheet.apply(edit) }
    try worksheet.apply(options: edits)
    let unknown = names.first { worksheet[$0] == nil }
    if let unknown {
      throw ValidationError(
        "there is no matrix \(quoted(unknown)): this lesson has \(worksheet.names.joined(separator: ", "))")
    }
    let shown = worksheet.names.filter { names.isEmpty || names.contains($0) }
    let matrices = shown.compactMap { name in worksheet[name].map { (name, $0) } }
    switch format {
    case .text: try writeOutput(matrixText(matrices))
    case .csv: try writeOutput(matrixCSV(matrices))
    case .json: try writeOutput(matrixJSON(matrices, lesson: lesson.id))
    }
  }

  private func lessonToCompute() throws -> Lesson {
    let address = try CourseAddress(lesson, lessons: course.lessons)
    let course = try loadCourse(from: address.source, proving: false)
    // A folder of a single lesson names it already.
    return try address.place.map { try findLesson($0, in: course) }
      ?? findLesson(course.lessons[0].id, in: course)
  }
}

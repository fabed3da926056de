import ArgumentParser
import Frames
import Tutorial

/// `attend list`: the lessons in order.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the lessons.")

  @OptionGroup var course: CourseOptions

  func run() throws {
    let course = try loadCourse(from: course.lessons)
    let language = try self.course.choice.language(of: course)
    let width = course.lessons.map(\.id.count).max() ?? 0
    let lines = course.lessons.enumerated().map { index, lesson in
      let words = lesson.words(in: language)
      let id = lesson.id + String(repeating: " ", count: width - lesson.id.count)
      return "\(index + 1)  \(id)  \(words?.title ?? ""): \(words?.goal ?? "")\n"
    }
    try writeOutput(lines.joined())
  }
}

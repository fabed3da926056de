import ArgumentParser
import Frames
import LessonFile

/// `attend check PATH…`: are these lessons right?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lessons; one line for each complaint, with its place.")

  @Argument(help: "Folders of lessons, or of a course with a course.yaml.")
  var paths: [String]

  func run() throws {
    var isRight = true
    for path in paths {
      for complaint in try complaints(about: path) {
        isRight = false
        try writeText(printable("\(complaint)") + "\n")
      }
    }
    guard isRight else { throw ExitCode.badLesson }
  }

  private func complaints(about path: String) throws -> [Complaint] {
    do throws(FileError) {
      let names = try CourseFiles.directory(path).names(in: "")
      return names.contains("course.yaml")
        ? try CourseReader.read(.directory(path), proving: true).complaints
        : try CourseReader.readLesson(at: path).complaints
    } catch {
      writeError(error.description)
      throw ExitCode.cannotOpen
    }
  }
}

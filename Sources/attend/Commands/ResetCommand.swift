import ArgumentParser
import AttentionCore
import Frames
import Glibc
import ProgressFile
import Tutorial

/// `attend reset [LESSON]`: forget progress, after asking.
struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Forget your progress, in one lesson or in all.")

  @Argument(help: "A lesson, or the folder of one; all of them if you leave it out.")
  var lesson: String?

  @Flag(help: "Do not ask.")
  var yes = false

  func run() throws {
    guard yes || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else {
      throw ValidationError("there is no terminal to ask on: say --yes to forget without being asked")
    }
    guard let path = progressPath(environment: environment) else {
      throw ValidationError("no progress is kept: \(ProgressTrouble.noFolder)")
    }
    let store = ProgressStore(path: path)
    do {
      let saved = try store.peek()
      let key = try lesson.map { try self.key(of: $0, in: saved) }
      guard key != nil || !saved.lessons.isEmpty || saved.lesson != nil else {
        return try writeText("There is no progress to forget.\n")
      }
      guard try yes || isConfirmed(key, path) else { return try writeText("Nothing is forgotten.\n") }
      let copy = try store.reset(lesson: key)
      try writeText(
        "Your progress\(key.map { " in \(printable($0))" } ?? "") is forgotten.\n"
          + (copy.map { "It is still in \(printable($0)).\n" } ?? ""))
    } catch let trouble as ProgressTrouble {
      writeError("progress cannot be reset: \(trouble)")
      throw ExitCode.writeError
    }
  }

  /// The name under which a lesson is kept; one of which nothing is kept is answered with the nearest.
  private func key(of lesson: String, in saved: SavedProgress) throws -> String {
    if saved.lessons[lesson] != nil { return lesson }
    let source = (try? CourseAddress(lesson, lessons: nil))?.source
    if let names = source.flatMap(LessonNames.init), saved.lessons[names.key] != nil { return names.key }
    let known = saved.lessons.keys.sorted()
    let hint =
      suggestion(for: lesson, among: known).map { "; did you mean \(printable($0))?" }
      ?? (known.isEmpty ? "" : ": there is some in \(printable(known.joined(separator: ", ")))")
    throw ValidationError("there is no progress in \(quoted(lesson))\(hint)")
  }

  private func isConfirmed(_ key: String?, _ path: String) throws -> Bool {
    let what = key.map { "your progress in \(printable($0))" } ?? "all your progress (\(printable(path)))"
    while true {
      try writeText("Forget \(what)? y/n ")
      // The end of the input is no consent.
      switch readLine()?.lowercased() {
      case "y", "yes": return true
      case "n", "no", nil: return false
      default: break
      }
    }
  }
}

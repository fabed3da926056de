import ArgumentParser
import Frames
import ProgressFile
import Tutorial

/// `attend list`: the lessons in order, with how far the learner is.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons, with your progress.")

  @OptionGroup var course: CourseOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let course = try loadCourse(from: self.course.lessons.map(CourseSource.course) ?? .embedded)
    let language = try self.course.choice.language(of: course)
    let (saved, remark) = progress.fresh ? (SavedProgress(), nil) : savedProgress()
    let words = course.words(in: language)
    let width = course.lessons.map(\.id.count).max() ?? 0
    let numberWidth = "\(course.lessons.count)".count
    let lines = course.lessons.enumerated().map { index, lesson in
      let summary = saved.summary(of: lesson)
      let number = "\(index + 1)"
      let head =
        (summary.mark == .finished ? "✓ " : "· ") + String(repeating: " ", count: numberWidth - number.count)
        + "\(number)  \(lesson.id)" + String(repeating: " ", count: width - lesson.id.count) + "  "
      let own = lesson.words(in: language)
      let title = "\(own?.title ?? ""): \(own?.goal ?? "")\n"
      let counts = self.counts(summary, words)
      guard !counts.isEmpty else { return head + title }
      return head + title + String(repeating: " ", count: head.count) + counts + "\n"
    }
    try writeOutput(lines.joined() + (remark.map { "\n\($0)\n" } ?? ""))
  }

  /// `1 of 3 challenges, 2 of 4 questions`; nothing for a lesson without either.
  private func counts(_ summary: LessonSummary, _ words: InterfaceWords) -> String {
    var counts: [String] = []
    if summary.challenges > 0 {
      counts.append(
        words.text(.listChallenges, ["met": "\(summary.met)", "count": "\(summary.challenges)"]))
    }
    if summary.questions > 0 {
      counts.append(
        words.text(.listQuestions, ["answered": "\(summary.answered)", "count": "\(summary.questions)"]))
    }
    return counts.joined(separator: ", ")
  }

  /// What is saved, and where, or why not; nothing on disk is changed.
  private func savedProgress() -> (SavedProgress, remark: String) {
    guard let path = progressPath(environment: environment) else {
      return (SavedProgress(), "Progress is not kept: \(ProgressTrouble.noFolder)")
    }
    do throws(ProgressTrouble) {
      return (try ProgressStore(path: path).peek(), "Progress: \(printable(path))")
    } catch {
      return (SavedProgress(), "Progress: \(printable(path)) cannot be read: \(error)")
    }
  }
}

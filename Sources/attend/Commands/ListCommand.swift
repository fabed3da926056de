import ArgumentParser
import Frames
import ProgressFile
import TerminalScreen
import Tutorial

/// `attend list`: the lessons in order, with how far the learner is.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons, with your progress.")

  @OptionGroup var course: CourseOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let address = try progress.files.address(nil, lessons: self.course.lessons)
    let course = try loadCourse(from: address.source)
    let preferences = preferencesOrComplaint(files: progress.files)
    let language = try self.course.choice(preferences).language(of: course)
    let words = course.words(in: language)
    let (saved, remark) = progress.files == .everything ? savedProgress(words) : (SavedProgress(), nil)
    let hasOwn = self.course.lessons == nil && progress.files != .nothing
    let own = hasOwn ? ownLessons(in: language, saved) : []
    let idWidth = (course.lessons + own.map(\.lesson)).map(\.id.count).max() ?? 0
    let numberWidth = "\(course.lessons.count)".count
    let numbered = course.lessons.enumerated().map { ("\($0 + 1)", $1, saved.summary(of: $1)) }
    let lines = (numbered + own.map { ("", $0.lesson, $0.summary) }).map { number, lesson, summary in
      let mark = summary.mark == .finished ? "✓" : localeIsUTF8() ? "·" : "-"
      let head =
        "\(mark) " + padded(number, to: -numberWidth) + "  " + padded(lesson.id, to: idWidth) + "  "
      let own = lesson.words(in: language)
      let title = own?.title ?? ""
      let sign = title.hasSuffix("?") ? "" : ":"
      return entry(head, ["\(title)\(sign) \(own?.goal ?? "")", counts(summary, words)])
    }
    try writeText(lines.joined() + (remark.map { "\n\($0)\n" } ?? ""))
  }

  /// The lessons of the user's own that are right, each with how far it was played.
  private func ownLessons(
    in language: Language, _ saved: SavedProgress
  ) -> [(lesson: Lesson, summary: LessonSummary)] {
    OwnLessons.names.compactMap { name in
      guard let folder = OwnLessons.folder(of: name) else { return nil }
      let source = CourseSource.lesson(folder)
      let lesson = try? source.read(in: [language], proving: false).lessons.first
      return lesson.map { ($0, (LessonNames(source)?.played(saved) ?? saved).summary(of: $0)) }
    }
  }

  /// Sentences beside their heading, or below it where there is no room for that.
  private func entry(_ head: String, _ sentences: [String]) -> String {
    let hasRoom = head.count * 2 <= outputWidth()
    let margin = String(repeating: " ", count: hasRoom ? head.count : 4)
    let rows = sentences.flatMap { wrap(readable($0), width: outputWidth() - margin.count) }
      .filter { !$0.isEmpty }
    return (hasRoom ? head : String(trimmed(head[...])) + "\n" + margin)
      + rows.joined(separator: "\n" + margin) + "\n"
  }

  /// A word with blanks after it or, for a negative width, before it.
  private func padded(_ word: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - word.count))
    return width < 0 ? blanks + word : word + blanks
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
  private func savedProgress(_ words: InterfaceWords) -> (SavedProgress, remark: String) {
    guard let path = progressPath(environment: environment) else {
      let reason = words[ProgressTrouble.noFolder.phrase]
      return (SavedProgress(), words.text(.listNotKept, ["reason": reason]))
    }
    do throws(ProgressTrouble) {
      return (try ProgressStore(path: path).peek(), words.text(.listProgress, ["path": printable(path)]))
    } catch {
      let reason: Phrase = error == .newer ? .saveNewer : .saveRefused
      let values = ["path": printable(path), "reason": words[reason]]
      return (SavedProgress(), words.text(.listUnread, values))
    }
  }
}

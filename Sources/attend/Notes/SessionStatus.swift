import Tutorial

/// Where a lesson on the projector stands: what `attend notes` follows.
struct SessionStatus: Hashable {
  /// The folder that the lessons come from, as an absolute path; nil: the program itself.
  var folder: String?
  /// Whether that folder holds one lesson, not a course.
  var isLesson = false
  var lesson: String
  var step: String
  var language: String
  /// When the program was started, in seconds since 1970.
  var started: Int

  /// One field a line; the folder comes last, as it may hold anything but a line's end.
  var text: String {
    """
    attend status 1
    lesson \(lesson)
    step \(step)
    language \(language)
    started \(started)
    \(isLesson ? "one" : "course") \(folder ?? "")

    """
  }

  /// Nil for a text that is none, or of another version.
  init?(parsing text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "attend status 1" else { return nil }
    var fields: [Substring: String] = [:]
    for line in lines.dropFirst() {
      let key = line.prefix { $0 != " " }
      fields[key] = String(line.dropFirst(key.count + 1))
    }
    guard let lesson = fields["lesson"], let step = fields["step"], let language = fields["language"],
      let started = fields["started"].flatMap({ Int($0) })
    else { return nil }
    isLesson = fields["one"] != nil
    folder = (fields["one"] ?? fields["course"]).flatMap { $0.isEmpty ? nil : $0 }
    (self.lesson, self.step, self.language, self.started) = (lesson, step, language, started)
  }

  init(_ tutor: Tutor, from source: CourseSource, started: Int) {
    folder = source.folder.map(absolutePath)
    if case .lesson = source { isLesson = true }
    lesson = tutor.lesson.id
    step = tutor.step.id
    language = tutor.settings.language.code
    self.started = started
  }

  var source: CourseSource {
    folder.map { isLesson ? .lesson($0) : .course($0) } ?? .embedded
  }
}

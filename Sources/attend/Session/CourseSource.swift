import ArgumentParser
import Frames
import Glibc
import LessonFile
import Tutorial

/// Where the lessons come from.
enum CourseSource: Hashable {
  /// The program itself.
  case embedded
  /// A folder with a `course.yaml`.
  case course(String)
  /// A folder with a `lesson.yaml`: a course of that lesson alone, in the words of the program's own.
  case lesson(String)

  /// The folder that a writer may be working in; nil for what is in the program.
  var folder: String? {
    switch self {
    case .embedded: nil
    case .course(let folder), .lesson(let folder): folder
    }
  }

  /// Where the lessons of its course lie.
  fileprivate var files: CourseFiles {
    if case .course(let folder) = self { .directory(folder) } else { .embedded }
  }

  /// Reads the course.
  ///
  /// - Parameters:
  ///   - languages: Those whose words are read, besides English; nil: all.
  ///   - wanted: The only lesson that is needed yet, by its id; a folder is always read as a whole.
  ///   - recipe: What the sandbox at the end of the program's own course is made from.
  ///   - proving: Whether claims about numbers are proved; nil: where files come from a folder.
  func read(
    in languages: Set<Language>? = nil, only wanted: String? = nil, recipe: Recipe? = nil,
    proving: Bool? = nil
  ) throws(SourceFailure) -> Course {
    let result: (course: Course?, complaints: [Complaint])
    do throws(FileError) {
      switch self {
      case .embedded:
        let (course, complaints) = try CourseReader.read(.embedded, in: languages, only: wanted)
        let whole = course?.withSandbox(
          recipe ?? .beginning, in: languages, isWanted: course?.isWhole ?? true)
        result = (whole, complaints)
      case .course(let folder):
        result = try CourseReader.read(.directory(folder), in: languages, proving: proving)
      case .lesson(let folder):
        let (lesson, complaints) = try CourseReader.readLesson(at: folder, proving: proving ?? true)
        var course = try CourseReader.read(.embedded, in: languages).course
        course?.lessons = lesson.map { [$0] } ?? []
        result = (lesson == nil ? nil : course, complaints)
      }
    } catch {
      throw SourceFailure(lines: [error.description], status: .cannotOpen)
    }
    if let course = result.course { return course }
    // A missing translation is shown in English: only `attend check` speaks of it.
    let complaints = result.complaints.filter { $0.severity == .stops }
    throw SourceFailure(lines: complaints.map(\.description), status: .badLesson)
  }
}

extension Tutor {
  /// Reads the first lesson of the course that has not been read yet; false where all have.
  ///
  /// One that cannot be read, which happens to no lesson in the program, is left out.
  mutating func readNextLesson(from source: CourseSource) -> Bool {
    guard let next = course.firstUnread else { return false }
    let languages = Set(course.languages.filter(course.hasWords))
    let lesson: Lesson?
    if let recipe = next.recipe {
      lesson = SentenceLesson.sandbox(of: recipe, in: languages)
    } else {
      lesson = try? CourseReader.readLesson(next.id, of: course, from: source.files, in: languages)
    }
    if let lesson { complete(with: lesson) } else { leaveOut(lesson: next.id) }
    return true
  }
}

/// Why there is no course to show.
struct SourceFailure: Error {
  /// What is to be said, line by line.
  var lines: [String]
  var status: ExitCode
}

/// The course in its source; a course that is wrong is said line by line.
func loadCourse(
  from source: CourseSource, in languages: Set<Language>? = nil, only wanted: String? = nil,
  recipe: Recipe? = nil, proving: Bool? = nil
) throws -> Course {
  do {
    return try source.read(in: languages, only: wanted, recipe: recipe, proving: proving)
  } catch {
    for line in error.lines { writeError(line) }
    throw error.status
  }
}

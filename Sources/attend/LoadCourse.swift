import ArgumentParser
import AttentionCore
import Frames
import LessonFile
import Tutorial

/// The course in a folder, or the one in the program; a course that is wrong is said line by line.
///
/// - Parameter languages: Those whose words are read, besides English; nil: all.
func loadCourse(from folder: String?, in languages: Set<Language>? = nil) throws -> Course {
  let result: (course: Course?, complaints: [Complaint])
  do {
    result = try CourseReader.read(folder.map(CourseFiles.directory) ?? .embedded, in: languages)
  } catch {
    writeError(printable(error.description))
    throw ExitCode.cannotOpen
  }
  // A missing translation is shown in English: only `attend check` speaks of it.
  guard let course = result.course else {
    for complaint in result.complaints where complaint.severity == .stops {
      writeError(printable("\(complaint)"))
    }
    throw ExitCode.badLesson
  }
  return course
}

/// A lesson by its id; an unknown one is answered with the nearest that there is.
func findLesson(_ id: String, in course: Course) throws -> Lesson {
  guard let lesson = course.lessons.first(where: { $0.id == id }) else {
    throw ValidationError("there is no lesson \(quoted(id))\(nearest(id, among: course.lessons.map(\.id)))")
  }
  return lesson
}

/// The tutor at `LESSON[:PLACE]`, where a place is a stage or a step; at the first lesson without one.
func makeTutor(_ course: Course, at place: String?, settings: Settings) throws -> Tutor {
  let parts = (place ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
    String.init)
  let lesson = place == nil ? course.lessons.first : try findLesson(parts[0], in: course)
  guard let lesson else { throw ValidationError("this course has no lessons") }
  var step = 0
  if parts.count == 2 {
    guard let found = lesson.step(named: parts[1]) else {
      let places = lesson.stages.map(\.id) + lesson.steps.map(\.id)
      throw ValidationError(
        "\(lesson.id) has no stage or step \(quoted(parts[1]))\(nearest(parts[1], among: places))")
    }
    step = found
  }
  let index = course.lessons.firstIndex { $0.id == lesson.id } ?? 0
  guard let tutor = Tutor(course: course, lesson: index, step: step, settings: settings) else {
    throw ValidationError("\(lesson.id) has no steps")
  }
  return tutor
}

/// `; did you mean two-tokens?`, or all that there is where nothing is near.
private func nearest(_ word: String, among known: [String]) -> String {
  if let near = suggestion(for: word, among: known) { return "; did you mean \(near)?" }
  return ": there is \(known.joined(separator: ", "))"
}

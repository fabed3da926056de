import ArgumentParser
import AttentionCore
import Frames
import LessonFile
import Tutorial

/// A lesson by its id; an unknown one is answered with the nearest that there is.
///
/// - Parameter commands: What else could have been meant where the id stood.
func findLesson(_ id: String, in course: Course, or commands: [String] = []) throws -> Lesson {
  if let lesson = course.lessons.first(where: { $0.id == id }) { return lesson }
  let lessons = course.lessons.map(\.id)
  if let near = suggestion(for: id, among: lessons + commands), !lessons.contains(near) {
    throw ValidationError(
      "there is no lesson and no command \(quoted(id)); did you mean the command \(near)?")
  }
  throw ValidationError("there is no lesson \(quoted(id))\(nearest(id, among: lessons))")
}

/// The tutor at `LESSON[:PLACE]`, where a place is a stage or a step; where none is named, as it was saved.
///
/// - Parameter commands: What else could have been meant where a lesson that is not there was named.
func makeTutor(
  _ course: Course, at place: String?, saved: SavedProgress = SavedProgress(), settings: Settings,
  or commands: [String] = []
) throws -> Tutor {
  let parts = (place ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
    String.init)
  let lesson = place == nil ? nil : try findLesson(parts[0], in: course, or: parts.count == 1 ? commands : [])
  var step: Int?
  if let lesson, parts.count == 2 {
    guard let found = lesson.step(named: parts[1]) else {
      let places = lesson.stages.map(\.id) + lesson.steps.map(\.id)
      throw ValidationError(
        "\(lesson.id) has no stage or step \(quoted(parts[1]))\(nearest(parts[1], among: places))")
    }
    step = found
  }
  let index = lesson.flatMap { lesson in course.lessons.firstIndex { $0.id == lesson.id } }
  guard let tutor = Tutor(course: course, saved: saved, lesson: index, step: step, settings: settings) else {
    throw ValidationError("\(lesson?.id ?? "this course") has no steps")
  }
  return tutor
}

/// `; did you mean two-tokens?`, or all that there is where nothing is near.
func nearest(_ word: String, among known: [String]) -> String {
  if let near = suggestion(for: word, among: known) { return "; did you mean \(near)?" }
  return ": there is \(known.joined(separator: ", "))"
}

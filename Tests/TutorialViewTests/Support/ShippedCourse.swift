import LessonFile
import Tutorial

/// The course as it is in the program, read once for all tests.
func shippedCourse() throws -> Course { try course.get() }

private let course = Result {
  guard let course = try CourseReader.read(.embedded).course else { throw NoCourse() }
  return course
}

private struct NoCourse: Error {}

import LessonFile
import Testing
import Tutorial

/// The course as it is in the program.
func shippedCourse() throws -> Course {
  try #require(try CourseReader.read(.embedded).course)
}

import Testing
import Tutorial

@testable import LessonFile

/// A file with something wrong in it, and all that is said of it.
struct BadFile: CustomTestStringConvertible, Sendable {
  let text: String
  /// Each as `line:column: sentence`, in order.
  let complaints: [String]

  init(_ text: String, _ complaints: String...) {
    self.text = text
    self.complaints = complaints
  }

  var testDescription: String { complaints.joined(separator: "; ") }
}

extension String {
  /// What is said of a `lesson.yaml` with this text.
  var lessonComplaints: [String] { complaints { LessonReader.read($0, id: "lesson").faults } }

  /// What is said of a file with this text, as `line:column: sentence`.
  func complaints(readingWith read: (SourceText) -> [Fault]) -> [String] {
    complaintTexts(about: Array(utf8), readingWith: read)
  }
}

/// What is said of a file with these bytes, as `line:column: sentence`.
func complaintTexts(about bytes: [UInt8], readingWith read: (SourceText) -> [Fault]) -> [String] {
  var faults: [Fault]
  do {
    faults = read(try SourceText(bytes))
  } catch {
    faults = [error]
  }
  return faults.complaints(in: "file").map { String($0.description.dropFirst("file:".count)) }
}

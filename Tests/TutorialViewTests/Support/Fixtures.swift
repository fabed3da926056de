import Foundation
import Frames
import LessonFile
import Testing
import Tutorial
import TutorialView

/// A tutor at a step of the shipped course.
func tutor(at step: String? = nil, language: Language = .english, lesson: String = "two-tokens") throws
  -> Tutor
{
  let course = try shippedCourse()
  let index = try #require(course.lessons.firstIndex { $0.id == lesson })
  let place = try step.map { try #require(course.lessons[index].step(named: $0)) }
  return try #require(
    Tutor(course: course, lesson: index, step: place ?? 0, settings: Settings(language: language)))
}

extension Tutor {
  /// The tutor after some keys, written as in `--keys`.
  func pressing(_ keys: String, size: Size = Size(columns: 80, rows: 24)) throws -> Tutor {
    var tutor = self
    for key in try Frames.keys(ofScript: keys) {
      if let event = KeyMap.event(for: key, in: tutor, size: size) { _ = tutor.handle(event) }
    }
    return tutor
  }

  /// The screen as lines of text.
  func screen(_ columns: Int = 80, _ rows: Int = 24, glyphs: GlyphSet = .unicode) -> String {
    render(self, size: Size(columns: columns, rows: rows), glyphs: glyphs).text()
  }
}

import AttentionCore

/// How far the learner is in one lesson, and the values there.
public struct LessonProgress: Hashable, Sendable {
  /// The step on screen, counted over the lesson.
  public internal(set) var step: Int
  /// The furthest step that was ever on screen.
  public internal(set) var furthest: Int
  public internal(set) var place: Place

  init(lesson: Lesson, step: Int = 0) {
    self.step = step
    furthest = step
    place = Place(worksheet: lesson.worksheet)
  }
}

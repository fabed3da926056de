import AttentionCore
import Frames
import Tutorial

/// From the mouse to events, by what stands under it on the screen.
extension KeyMap {
  /// A click presses the key that it is on, and selects or does what else it is on; elsewhere it means nothing.
  static func click(at place: Point, in tutor: Tutor, size: Size, glyphs: GlyphSet) -> Event? {
    // As with keys: the class sees the lesson again, and whoever is asked stays.
    if tutor.presentation.isBlank { return .toggledBlank }
    if tutor.overlay == .quit { return .closedOverlay }
    guard let target = hitMap(tutor, size: size, glyphs: glyphs)[place] else { return nil }
    let isOnLesson = tutor.overlay == nil
    // What is being typed is accepted by a click on another cell; whatever else would lose it does nothing.
    let isTyping = tutor.prompt != nil
    switch target {
    case .key(let key): return event(for: key, in: tutor, size: size, glyphs: glyphs)
    case .helpKey(let key):
      var lesson = tutor
      _ = lesson.handle(.closedOverlay)
      return event(for: key, in: lesson, size: size, glyphs: glyphs)
    case .cell(let cell), .mention(let cell): return isOnLesson ? .clickedCell(cell) : nil
    case .offer(let number): return .clickedOffer(number)
    case .choice(let number): return isTyping ? nil : .voted(number)
    case .stage(let stage):
      guard isOnLesson, !isTyping else { return nil }
      return .wentTo(lesson: tutor.lessonIndex, step: tutor.lesson.firstSteps[stage])
    case .line(let number): return .clickedLine(number)
    case .language(let language): return .choseLanguage(language)
    case .notice: return .clickedNotice
    }
  }

  /// The wheel changes the number that is selected and under it; elsewhere it scrolls what the arrows scroll.
  static func wheel(up: Bool, at place: Point, in tutor: Tutor, size: Size, glyphs: GlyphSet) -> Event? {
    guard !tutor.presentation.isBlank else { return nil }
    switch KeyContext(of: tutor) {
    case .edit:
      guard tutor.offer == nil,
        hitMap(tutor, size: size, glyphs: glyphs)[place] == .cell(tutor.cursor)
      else { return nil }
      return .turnedWheel(steps: up ? 10 : -10)
    case .step, .why, .goTo, .course, .glossary, .search:
      return event(for: up ? .up : .down, in: tutor, size: size, glyphs: glyphs)
    case .help: return limited(.scrolled(by: up ? -3 : 3), in: tutor, size: size, glyphs: glyphs)
    case .number, .answer, .form, .quit: return nil
    }
  }
}

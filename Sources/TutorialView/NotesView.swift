import Frames
import Tutorial

/// What the speaker sees on a second terminal: notes, the expected answer, what to listen for, what comes next, the clock.
///
/// - Parameters:
///   - tutor: Stands where the lesson on the projector stands; nil where none runs.
///   - minutes: Since that lesson was opened.
public func renderNotes(
  _ tutor: Tutor?, minutes: Int, interface: InterfaceWords, size: Size, glyphs: GlyphSet = .unicode
) -> Frame {
  var frame = Frame(size: size)
  guard size.columns >= 20, size.rows >= 4 else { return frame }
  let words = FoldedWords(interface: interface, glyphs: glyphs)
  frame.fill(Rect(column: 0, row: 0, columns: size.columns, rows: 1), style: Style(.bar))
  frame.draw(" " + words[.notesTitle], at: Point(column: 0, row: 0), style: Style(.barStrong, bold: true))
  guard let tutor else {
    frame.draw(words[.notesWaiting], at: Point(column: 1, row: 2), style: Style(.faint))
    return frame
  }
  let context = ViewContext(tutor, glyphs: glyphs)
  let page = context.notesPage(width: size.columns - 2, minutes: minutes)
  for (row, line) in page.prefix(size.rows - 2).enumerated() {
    var column = 1
    for text in line {
      column = frame.draw(text.text, at: Point(column: column, row: row + 2), style: text.style)
    }
  }
  return frame
}

extension ViewContext {
  fileprivate func notesPage(width: Int, minutes: Int) -> [[StyledText]] {
    let blocks = [
      whereLines(width: width, minutes: minutes), noteLines(width: width), answerLines(width: width),
      nextLines(width: width),
    ]
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  /// `2 The whole sentence · Softmax 3/4`, and the clock.
  private func whereLines(width: Int, minutes: Int) -> [[StyledText]] {
    let lesson = tutor.lesson
    let language = tutor.settings.language
    let title = glyphs.render(lesson.words(in: language)?.title ?? lesson.id)
    let place = "\(tutor.lessonIndex + 1) \(title) \(glyphs.dot) \(stageTitle(tutor.stageIndex)) \(stepCount)"
    let clock = words.text(
      .notesClock,
      [
        "elapsed": "\(minutes)",
        "here": "\(lesson.plannedMinutes(throughStep: tutor.progress.step, in: language))",
        "planned": "\(lesson.plannedMinutes(throughStep: lesson.steps.count - 1, in: language))",
      ])
    return wrap([StyledText(place, style: Style(.text, bold: true))], width: width)
      + wrap([StyledText(clock, style: Style(.faint))], width: width)
  }

  private func noteLines(width: Int) -> [[StyledText]] {
    let notes = tutor.stepWords?.notes.flatMap(\.self) ?? []
    guard !notes.isEmpty else {
      return [[StyledText(words[.notesNone], style: Style(.faint))]]
    }
    return Array(wrapped(notes, width: width).joined())
  }

  /// The right choice or number, and the belief behind each wrong choice.
  private func answerLines(width: Int) -> [[StyledText]] {
    guard let question = tutor.question else { return [] }
    let label = StyledText(words[.notesAnswer] + "  ", style: Style(.right, bold: true))
    switch question.question.kind {
    case .number:
      let number = tutor.rightNumber.map { text($0, digits: digits(4)) } ?? glyphs.missing
      return wrap([label, StyledText(number, style: Style(.text, bold: true))], width: width)
    case .choices(let choices):
      return choices.enumerated().flatMap { index, choice -> [[StyledText]] in
        let said = tutor.stepWords?.choices[choice.id].map { [$0] } ?? []
        switch choice.verdict {
        case .right:
          let number = StyledText("\(index + 1)  ", style: Style(.token, bold: true))
          return Array(wrapped(said, width: width, before: [label, number]).joined())
        case .misconception(let id):
          guard let belief = tutor.course.ownWords(in: tutor.settings.language).misconceptions[id] else {
            return []
          }
          return wrap(
            [
              StyledText(
                words.text(.notesListen, ["number": "\(index + 1)", "title": glyphs.render(belief.title)]),
                style: Style(.notice))
            ], width: width)
        case .wrong: return []
        }
      }
    }
  }

  /// The stage and the words of the step after this one.
  private func nextLines(width: Int) -> [[StyledText]] {
    let next = tutor.progress.step + 1
    guard tutor.lesson.steps.indices.contains(next) else {
      return [[StyledText(words[.notesLast], style: Style(.faint))]]
    }
    let stage = tutor.lesson.stage(ofStep: next)
    let label = words.text(.notesNext, ["stage": stageTitle(stage)]) + "  "
    let said = tutor.lesson.words(in: tutor.settings.language)?.steps[tutor.lesson.steps[next].id]
    return Array(
      wrapped(
        Array((said?.paragraphs ?? []).prefix(1)), width: width,
        before: [StyledText(label, style: Style(.token, bold: true))]
      ).joined())
  }
}

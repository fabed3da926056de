import Frames
import Tutorial

/// The bar at the top: which lesson, which language, how to get help.
func drawTitle(_ context: ViewContext, _ layout: Layout, on frame: inout Canvas) {
  let tutor = context.tutor
  frame.fill(Rect(column: 0, row: layout.title, columns: layout.size.columns, rows: 1), style: Style(.bar))
  let title = context.lesson.words(in: tutor.settings.language)?.title ?? context.lesson.id
  let bold = Style(.barStrong, bold: true)
  let languages = tutor.course.languages.flatMap { language -> Line in
    let isCurrent = language == tutor.settings.language
    return [
      Span(
        isCurrent ? language.code.uppercased() : language.code, isCurrent ? bold : Style(.barFaint),
        target: .language(language)),
      Span(" ", Style(.bar)),
    ]
  }
  let helpKey = Key.character("?")
  let works = KeyMap.bindings.contains {
    $0.contexts.contains(context.keyContext) && $0.event == .openedHelp && $0.keys.contains(helpKey)
  }
  let target = works ? ClickTarget.key(helpKey) : nil
  let help: Line = [
    Span("? ", Style(.hintKey, bold: true), target: target),
    Span(context.words[.keyHelp] + " ", Style(.bar), target: target),
  ]
  let name: Line = [
    Span(" Attend ", bold), Span(" \(tutor.lessonIndex + 1)  \(context.glyphs.render(title))", Style(.bar)),
  ]
  let stage: Line = [
    Span(" \(tutor.lessonIndex + 1) ", bold), Span(context.stageTitle(tutor.stageIndex), bold),
    Span(" \(context.stepCount)", Style(.bar)),
  ]
  let left = layout.tracker == nil ? stage : name
  frame.draw(left, at: Point(column: 0, row: layout.title))
  for right in [languages + [Span(" ", Style(.bar))] + help, languages, help]
  where left.width + right.width + 2 <= layout.size.columns {
    frame.draw(right, at: Point(column: layout.size.columns - right.width, row: layout.title))
    break
  }
}

/// The stages as a row of dots: passed, here, to come; all by name only if all fit.
func drawTracker(_ context: ViewContext, _ layout: Layout, row: Int, on frame: inout Canvas) {
  let tutor = context.tutor
  let count: Line = [
    Span(
      context.words.text(.titleStep, ["step": "\(tutor.stepInStage)", "count": "\(tutor.stage.steps.count)"])
        + " ", Style(.faint))
  ]
  let room = layout.size.columns - count.width - 2
  // A title to come could give the answer of an open question away.
  let isOpen = tutor.question?.isRevealed == false
  let titles = context.stageTitles
  let named = tracker(context, titles) { !isOpen || $0 <= tutor.stageIndex }
  let line = named.width <= room ? named : tracker(context, titles) { $0 == tutor.stageIndex }
  frame.draw(line, at: Point(column: 1, row: row))
  if line.width <= room { frame.draw(count, at: Point(column: layout.size.columns - count.width, row: row)) }
}

private func tracker(_ context: ViewContext, _ titles: [String], isNamed: (Int) -> Bool) -> Line {
  let (lesson, here) = (context.lesson, context.tutor.stageIndex)
  let furthest = context.tutor.progress.furthest
  return titles.indices.reduce(into: Line()) { line, stage in
    let isHere = stage == here
    let isPassed = lesson.firstSteps[stage] + lesson.stages[stage].steps.count - 1 <= furthest
    let glyph =
      isHere ? context.glyphs.stageHere : isPassed ? context.glyphs.stagePassed : context.glyphs.stageToCome
    let style = isHere ? Style(.text, bold: true) : Style(.faint)
    if stage > 0 { line.append(Span(" ")) }
    line.append(Span(glyph, style, target: .stage(stage)))
    if isNamed(stage) { line.append(Span(" " + titles[stage] + " ", style, target: .stage(stage))) }
  }
}

extension ViewContext {
  func stageTitle(_ stage: Int) -> String { stageTitles[stage] }

  /// The titles of the stages, in order.
  var stageTitles: [String] {
    let words = lesson.words(in: tutor.settings.language)
    return lesson.stages.map { glyphs.render(words?.stages[$0.id] ?? $0.id) }
  }

  /// `2/9`: the step in its stage.
  var stepCount: String { "\(tutor.stepInStage)/\(tutor.stage.steps.count)" }
}

extension Tutor {
  /// The step within its stage, counted from 1.
  var stepInStage: Int { progress.step - lesson.firstSteps[stageIndex] + 1 }
}

import Frames
import Tutorial

/// The places of the course that a filter leaves, with how far the learner is.
func drawGoTo(_ list: ListPlace, _ context: ViewContext, _ layout: Layout, on frame: inout Canvas) -> Point? {
  let entries = context.tutor.goToLines(list.filter)
  let lines = entries.enumerated().map { index, entry in
    context.line(of: entry, isSelected: index == list.selected, isFiltered: !list.filter.isEmpty)
  }
  let page = context.listPage(
    .titleGoTo, lines.enumerated().map { Block([$1]).clicked(as: .line($0)) }, list,
    rows: layout.content.count, width: layout.columns.count)
  return frame.draw(page, at: Point(column: layout.margin, row: layout.content.lowerBound))
}

/// The lessons of the course, with how much of each is done; the goal of the chosen one under the list.
func drawCourse(_ selected: Int, _ context: ViewContext, _ layout: Layout, on frame: inout Canvas) -> Point? {
  let tutor = context.tutor
  let saved = tutor.saved
  let width = layout.columns.count
  let rows = tutor.course.lessons.enumerated().map { index, lesson -> [Line] in
    let summary = saved.summary(of: lesson)
    let style = Style(.text, bold: index == selected, focused: index == selected)
    let title = context.glyphs.render(lesson.words(in: tutor.settings.language)?.title ?? lesson.id)
    let number = String(index + 1)
    return [
      [
        Span(String(repeating: " ", count: 3 - number.count) + number + "  ", Style(.token, bold: true)),
        Span(context.mark(summary.mark) + " ", Style(summary.mark == .finished ? .right : .faint)),
        Span(" \(title) ", style),
      ],
      [
        Span(
          summary.challenges == 0
            ? ""
            : context.words.text(
              .listChallenges, ["met": "\(summary.met)", "count": "\(summary.challenges)"]),
          Style(summary.met == summary.challenges ? .right : .faint))
      ],
    ]
  }
  let titles = rows.map(\.[0])
  let titleWidth = titles.map(\.width).max() ?? 0
  let marksFit = titleWidth + 2 + (rows.map(\.[1].width).max() ?? 0) <= width
  let lines = rows.enumerated().map { index, row in
    (marksFit ? row[0].padded(to: titleWidth + 2) + row[1] : row[0]).clicked(as: .line(index))
  }

  let heading = context.glyphs.render(tutor.course.ownWords(in: tutor.settings.language).title)
  var page = Block([
    [Span(heading.isEmpty ? context.words[.titleCourse] : heading, Style(.text, bold: true))]
  ])
  let goal = tutor.course.lessons[selected].words(in: tutor.settings.language)?.goal ?? ""
  let goalLines = wrap(context.glyphs.render(goal), width: width).map { [Span($0, Style(.faint))] }
  let room = layout.content.count - 1
  let showsGoal = lines.count + goalLines.count + 1 <= room
  let rowsForList = showsGoal ? lines.count : min(lines.count, room)
  let first = max(0, min(selected - rowsForList / 2, lines.count - rowsForList))
  page = page.above(Block(Array(lines[first..<min(lines.count, first + rowsForList)])))
  if showsGoal { page = page.above(Block(goalLines), gap: 1) }
  return frame.draw(page, at: Point(column: layout.margin, row: layout.content.lowerBound))
}

/// The terms of the field; the chosen one with its definition.
func drawGlossary(_ list: ListPlace, _ context: ViewContext, _ layout: Layout, on frame: inout Canvas)
  -> Point?
{
  let entries = context.tutor.glossary(list.filter)
  let width = layout.columns.count
  let blocks = entries.enumerated().map { index, entry -> Block in
    let isSelected = index == list.selected
    let style = Style(.text, bold: isSelected, focused: isSelected)
    let term = Block([[Span(" \(context.glyphs.render(entry.term)) ", style)]])
      .clicked(as: .line(index))
    guard isSelected else { return term }
    let definition = wrap(context.glyphs.render(entry.definition.text), width: max(1, min(width, 76) - 4))
    return term.above(Block(definition.map { [Span("    " + $0, Style(.text))] }))
  }
  let page = context.listPage(.titleGlossary, blocks, list, rows: layout.content.count, width: width)
  return frame.draw(page, at: Point(column: layout.margin, row: layout.content.lowerBound))
}

extension ViewContext {
  /// A heading, what is searched for, and the entries around the chosen one.
  fileprivate func listPage(
    _ title: Phrase, _ entries: [Block], _ list: ListPlace, rows: Int, width: Int
  ) -> Block {
    let isSearched = list.isTyping || !list.filter.isEmpty
    let filter = glyphs.render(list.filter)
    let heading: Line =
      isSearched
      ? [
        Span(words.text(.listSearch, ["text": filter]), Style(.text, bold: true)),
        Span(list.isTyping ? "_" : ""),
      ]
      : [Span(words[title], Style(.text, bold: true))]
    guard !entries.isEmpty else {
      return Block([heading]).above(Block([[Span(words[.listNothing], Style(.faint))]]))
    }
    let selected = max(0, min(list.selected, entries.count - 1))
    // Grows around the chosen entry as long as there is room, first upwards.
    var (first, last) = (selected, selected)
    var height = entries[selected].height
    while height < rows - 1, first > 0 || last < entries.count - 1 {
      if first > 0, selected - first <= last - selected || last == entries.count - 1 {
        first -= 1
      } else {
        last += 1
      }
      height += 1
    }
    let body = entries[first...last].reduce(Block()) { $0.above($1) }
    return Block([heading]).above(Block(Array(body.lines.prefix(max(1, rows - 1)))))
  }

  fileprivate func line(of entry: GoToLine, isSelected: Bool, isFiltered: Bool) -> Line {
    let style = Style(.text, bold: isSelected, focused: isSelected)
    let lessons = tutor.course.lessons
    switch entry {
    case .lesson(let lesson):
      let title = glyphs.render(
        lessons[lesson].words(in: tutor.settings.language)?.title ?? lessons[lesson].id)
      let saved = tutor.saved
      return [
        Span(mark(saved.summary(of: lessons[lesson]).mark) + " ", Style(.faint)),
        Span(" \(lesson + 1)  \(title) ", Style(.text, bold: true, focused: isSelected)),
      ]
    case .stage(let lesson, let stage):
      let id = lessons[lesson].stages[stage].id
      let title = glyphs.render(lessons[lesson].words(in: tutor.settings.language)?.stages[id] ?? id)
      guard !isFiltered else {
        return [Span("   \(lesson + 1)  ", Style(.faint)), Span(" \(title) ", style)]
      }
      let last = tutor.lesson.firstSteps[stage] + tutor.lesson.stages[stage].steps.count - 1
      let glyph =
        stage == tutor.stageIndex
        ? glyphs.stageHere : last <= tutor.progress.furthest ? glyphs.stagePassed : glyphs.stageToCome
      let number = String(stage + 1)
      return [
        Span(
          "  " + String(repeating: " ", count: max(0, 3 - number.count)) + number + "  ",
          Style(.token, bold: true)),
        Span(glyph + " ", Style(.faint)), Span(" \(title) ", style),
      ]
    case .step(let lesson, let step):
      let id = lessons[lesson].steps[step].id
      let stage = lessons[lesson].stages[lessons[lesson].stage(ofStep: step)].id
      let words = lessons[lesson].words(in: tutor.settings.language)
      let title = words?.steps[id]?.title ?? id
      return [
        Span("   \(lesson + 1)  ", Style(.faint)),
        Span(glyphs.render((words?.stages[stage] ?? stage) + " · "), Style(.faint)),
        Span(" \(glyphs.render(title)) ", style),
      ]
    }
  }

  fileprivate func mark(_ mark: LessonSummary.Mark) -> String {
    switch mark {
    case .untouched: glyphs.stageToCome
    case .begun: glyphs.stageHere
    case .finished: glyphs.passed
    }
  }
}

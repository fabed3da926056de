import AttentionCore
import Frames
import Testing
import Tutorial

@testable import TutorialView

/// What stands where on the screen for the mouse, held against the picture itself.
@Suite struct MouseMapTests {
  private static let sizes = [(80, 24), (60, 16), (40, 10), (120, 36)].map { Size(columns: $0, rows: $1) }
  private static let places = [
    ("two-tokens", "dog-sum"), ("two-tokens", "bars"), ("two-tokens", "output"), ("whole-sentence", nil),
    ("causal-mask", nil), ("learning", nil),
  ]

  private func start(_ lesson: String, _ step: String?) throws -> Tutor {
    guard let step else { return try tutor(lesson: lesson).pressing("Right*6") }
    return try tutor(at: step, lesson: lesson)
  }

  private func points(of size: Size) -> [Point] {
    (0..<size.rows).flatMap { row in (0..<size.columns).map { Point(column: $0, row: row) } }
  }

  // MARK: Cells

  /// The cell under the cursor is drawn in reverse, so the picture itself shows where it stands.
  @Test(arguments: places, sizes)
  func `each cell is hit at each of its columns, and nowhere else`(
    place: (lesson: String, step: String?), size: Size
  ) throws {
    for glyphs in [GlyphSet.unicode, .ascii] {
      let tutor = try start(place.lesson, place.step)
      let all = hitMap(tutor, size: size, glyphs: glyphs)
      let shown = points(of: size).compactMap { point -> CellAddress? in
        if case .cell(let cell) = all[point] { cell } else { nil }
      }
      #expect(!shown.isEmpty)
      for cell in shown.scattered(3) {
        var tutor = tutor
        _ = tutor.handle(.clickedCell(cell))
        #expect(tutor.cursor == cell && tutor.mode == .edit, "\(cell)")
        let (frame, hits) = (
          render(tutor, size: size, glyphs: glyphs), hitMap(tutor, size: size, glyphs: glyphs)
        )
        let strip = Layout(size: size, of: tutor).strip
        for point in points(of: size) where !strip.contains(point.row) {
          let isDrawnHere = frame[column: point.column, row: point.row].style.focused
          #expect(isDrawnHere == (hits[point] == .cell(cell)), "\(cell) at \(point)")
        }
      }
    }
  }

  @Test func `cells, bars and what is beside them in a screen that was looked at`() throws {
    let size = Size(columns: 60, rows: 16)
    let tutor = try tutor(at: "bars")
    // "   dog       0.42  ████████████▊░░░░░░░░░░░░░░░░░"
    let row = try #require(
      tutor.screen(60, 16).split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("   dog       0.42  █") })
    let hits = hitMap(tutor, size: size, glyphs: .unicode)
    let weight = CellAddress(name: "A", row: 0, column: 0)
    let targets = (0..<60).map { hits[Point(column: $0, row: row)] }
    #expect(targets[0..<11].allSatisfy { $0 == nil })
    #expect(targets[12..<18].allSatisfy { $0 == .cell(weight) })
    #expect(targets[19..<49].allSatisfy { $0 == .mention(weight) })
    #expect(targets[49...].allSatisfy { $0 == nil })
    #expect(hits[Point(column: -1, row: row)] == nil && hits[Point(column: 60, row: row)] == nil)
    #expect(hits[Point(column: 12, row: 16)] == nil && hits[Point(column: 12, row: -1)] == nil)
  }

  @Test func `a message that goes up over the strip hides what is under it`() throws {
    let size = Size(columns: 60, rows: 16)
    let tutor = try tutor(at: "bars")
    var told = tutor
    _ = told.handle(.told(String(repeating: "long words ", count: 8)))
    let row = 14
    let (before, after) = (
      hitMap(tutor, size: size, glyphs: .unicode), hitMap(told, size: size, glyphs: .unicode)
    )
    let places = (0..<60).map { Point(column: $0, row: row) }
    #expect(places.contains { if case .cell = before[$0] { true } else { false } })
    #expect(places.allSatisfy { after[$0] == nil || after[$0] == .notice })
    #expect(places.contains { after[$0] == .notice })
  }

  // MARK: Keys

  /// Keys have a look of their own, so the picture itself shows where they stand.
  @Test(arguments: ["", "Tab", "Tab 1", "?", "g", "g /", "c", "d", "w", "P Right"], sizes)
  func `each key of the footer is hit at each of its columns`(keys: String, size: Size) throws {
    for glyphs in [GlyphSet.unicode, .ascii] {
      let tutor = try tutor(at: "output").pressing(keys)
      let (frame, hits) = (
        render(tutor, size: size, glyphs: glyphs), hitMap(tutor, size: size, glyphs: glyphs)
      )
      let row = size.rows - 1
      let isKey = (0..<size.columns).map {
        let cell = frame[column: $0, row: row]
        return cell.style.role == .hintKey && cell.text != " "
      }
      var shown: [Key] = []
      for column in 0..<size.columns where isKey[column] && (column == 0 || !isKey[column - 1]) {
        let end = (column..<size.columns).first { !isKey[$0] } ?? size.columns
        let label = (column..<end).map { frame[column: $0, row: row].text }.joined()
        let context = ViewContext(tutor, glyphs: glyphs)
        let key = try #require(
          KeyMap.bindings.first {
            $0.contexts.contains(context.keyContext) && $0.keys.first.map(context.keyLabel) == label
          }?.keys.first, "\(label)")
        for column in column..<end {
          #expect(hits[Point(column: column, row: row)] == .key(key), "\(label)")
        }
        shown.append(key)
      }
      #expect(!shown.isEmpty, "\(keys) at \(size)")
    }
  }

  @Test func `a key of the footer is pressed, and the word of one or two keys presses it too`() throws {
    let tutor = try tutor(at: "bars")
    #expect(try tutor.clicking("→").step.id == "p2")
    #expect(try tutor.clicking("←").step.id == "p1")
    #expect(try tutor.clicking("step ").step.id == "p2")
    #expect(try tutor.clicking("edit").mode == .edit)
    #expect(try tutor.clicking("edit").clicking("back").mode == .step)
    #expect(try tutor.clicking("quit").overlay == .quit)
    #expect(try tutor.clicking("? help").overlay == .help(scroll: 0))
    let question = try tutor.pressing("Right")
    // One word for four keys is no key.
    #expect(try question.clicking("answer").question?.vote == nil)
  }

  @Test func `while a number is typed only the footer and other cells are clicked`() throws {
    let typing = try tutor(at: "bars").pressing("Tab 2")
    #expect(try typing.clicking("accept").place.done.count == 1)
    #expect(try typing.clicking("cancel").place.done.isEmpty)
    for text in ["? help", "●", "Attend"] {
      #expect(try typing.clicking(text).prompt == typing.prompt, "\(text)")
    }
  }

  // MARK: The rest of the lesson

  @Test(arguments: sizes)
  func `a choice is answered by a click on any of its lines`(size: Size) throws {
    let tutor = try tutor(at: "p1")
    let hits = hitMap(tutor, size: size, glyphs: .unicode)
    let lines = tutor.screen(size.columns, size.rows).split(separator: "\n", omittingEmptySubsequences: false)
    var clicked = 0
    for (row, line) in lines.enumerated() {
      // A wide screen has the pipeline beside the words.
      let words = line.prefix { $0 != "│" }
      guard let match = words.firstMatch(of: #/^ +([1-4])  \S/#), let number = Int(match.1) else { continue }
      let end = words.reversed().drop { $0 == " " }.count
      let targets = (0..<end).map { hits[Point(column: $0, row: row)] }
      #expect(targets.drop { $0 == nil }.allSatisfy { $0 == .choice(number) }, "\(line)")
      let event = KeyMap.event(
        for: .click(Point(column: end - 1, row: row)), in: tutor, size: size)
      #expect(event == .voted(number))
      clicked += 1
    }
    #expect(clicked >= 2)
    var answered = tutor
    _ = answered.handle(.voted(2))
    #expect(answered.question?.votes.count == 1)
  }

  @Test func `a stage of the tracker is gone to, by its dot and by its name`() throws {
    let tutor = try tutor(at: "bars")
    let size = Size(columns: 60, rows: 16)
    let line = tutor.screen(60, 16).split(separator: "\n")[1]
    let dots = line.enumerated().filter { "●◉○".contains($0.element) }.map(\.offset)
    #expect(dots.count == tutor.lesson.stages.count)
    for (stage, column) in dots.enumerated() {
      let event = KeyMap.event(for: .click(Point(column: column, row: 1)), in: tutor, size: size)
      #expect(event == .wentTo(lesson: 0, step: tutor.lesson.firstSteps[stage]))
    }
    #expect(try tutor.clicking("Softmax").step.id == tutor.stage.steps[0].id)
  }

  @Test func `an offer is selected, then played`() throws {
    var tutor = try tutor(lesson: "scaling")
    while tutor.offers.isEmpty, tutor.progress.step + 1 < tutor.lesson.steps.count {
      _ = tutor.handle(.steppedForward)
    }
    let text = tutor.offers[0].text
    let selected = try tutor.clicking(text)
    #expect(selected.offer == 0 && selected.mode == .edit)
    #expect(try selected.clicking(text).notice == .played(tutor.offers[0]))
  }

  @Test func `the languages of the title are chosen`() throws {
    #expect(try tutor().clicking("es  ?").settings.language.code == "es")
  }

  @Test func `the arrows at the edge scroll`() throws {
    let size = Size(columns: 40, rows: 10)
    let tutor = try tutor(lesson: "whole-sentence").pressing("Right*3")
    let screen = tutor.screen(40, 10).split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(screen.firstIndex { $0.hasSuffix("↓") })
    let click = Key.click(Point(column: 39, row: row))
    #expect(
      KeyMap.event(for: click, in: tutor, size: size) == KeyMap.event(for: .down, in: tutor, size: size))
    #expect(KeyMap.event(for: click, in: tutor, size: size) != nil)
  }

  // MARK: What lies over the lesson

  @Test func `a line of a list is gone to`() throws {
    #expect(try tutor(at: "bars").pressing("g").clicking("Weighted sum").stageIndex == 4)
    #expect(try tutor(at: "bars").pressing("c").clicking("Two heads are better").lesson.id == "two-heads")
    let glossary = try tutor(at: "bars").pressing("d")
    let first = try #require(glossary.glossary("").first)
    #expect(
      try glossary.pressing("PageUp*20").clicking(first.term).overlay == .glossary(ListPlace(selected: 0)))
  }

  @Test func `a term of an explanation is chosen, then followed`() throws {
    let why = try tutor(at: "bars").pressing("w")
    let chosen = try why.clicking("1.200)")
    guard case .why(let trail) = chosen.overlay else { return #expect(Bool(false), "closed") }
    #expect(trail.current.selected == 1 && trail.stops.isEmpty)
    guard case .why(let followed) = try chosen.clicking("1.200)").overlay else {
      return #expect(Bool(false), "closed")
    }
    #expect(followed.stops.count == 1)
  }

  @Test func `a line of the help page does what it says, where that is possible`() throws {
    let help = try tutor(at: "bars").pressing("?")
    let next = try help.clicking("next step")
    #expect(next.overlay == nil && next.step.id == "p2")
    let edit = try help.clicking("change the numbers")
    #expect(edit.overlay == nil && edit.mode == .edit)
    // What belongs to another mode is only said.
    let size = Size(columns: 80, rows: 80)
    let screen = help.screen(80, 80).split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(screen.firstIndex { $0.contains("type a new number") })
    #expect(KeyMap.event(for: .click(Point(column: 6, row: row)), in: help, size: size) == nil)
  }

  @Test func `under a list the strip and the tracker do nothing`() throws {
    let size = Size(columns: 80, rows: 24)
    for keys in ["g", "c", "d", "w", "?"] {
      let tutor = try tutor(at: "output").pressing(keys)
      for row in [1] + Array(20...22) {
        for column in stride(from: row % 5, to: 80, by: 7) {
          let event = KeyMap.event(for: .click(Point(column: column, row: row)), in: tutor, size: size)
          #expect(event == nil, "\(keys) at \(column),\(row)")
        }
      }
    }
  }

  @Test func `whoever is asked whether to quit stays by a click anywhere`() throws {
    let asked = try tutor().pressing("q")
    for place in [Point(column: 0, row: 0), Point(column: 79, row: 23), Point(column: 500, row: 500)] {
      let event = KeyMap.event(for: .click(place), in: asked, size: Size(columns: 80, rows: 24))
      #expect(event == .closedOverlay)
    }
  }

  @Test func `a blank screen comes back by a click, not by the wheel`() throws {
    let blank = try tutor().pressing("P b")
    let (size, place) = (Size(columns: 80, rows: 24), Point(column: 3, row: 3))
    #expect(KeyMap.event(for: .click(place), in: blank, size: size) == .toggledBlank)
    #expect(KeyMap.event(for: .wheelUp(place), in: blank, size: size) == nil)
  }

  @Test func `a screen that is too small has nothing to click`() throws {
    let size = Size(columns: 30, rows: 8)
    for point in points(of: size) {
      #expect(KeyMap.event(for: .click(point), in: try tutor(), size: size) == nil)
    }
  }

  @Test func `in front of a class numbers are clicked as well, zoomed or not`() throws {
    for keys in ["P", "z", "P z"] {
      let tutor = try tutor(at: "bars").pressing(keys)
      let selected = try tutor.clicking("0.42")
      #expect(selected.mode == .edit && selected.cursor == CellAddress(name: "A", row: 0, column: 0))
      #expect(selected.presentation == tutor.presentation)
      #expect(try tutor.clicking("█").mode == .edit)
    }
  }

  // MARK: The wheel

  @Test func `the wheel changes the selected number under it alone`() throws {
    let size = Size(columns: 60, rows: 16)
    let tutor = try tutor(at: "keys")
    let place = try tutor.place(of: "0.36", size)
    // Not yet selected: there the wheel scrolls, and here there is nothing to scroll.
    #expect(KeyMap.event(for: .wheelUp(place), in: tutor, size: size) == nil)
    let selected = try tutor.clicking("0.36", size)
    #expect(KeyMap.event(for: .wheelUp(place), in: selected, size: size) == .turnedWheel(steps: 10))
    #expect(KeyMap.event(for: .wheelDown(place), in: selected, size: size) == .turnedWheel(steps: -10))
    let other = try tutor.place(of: "0.70", size)
    #expect(KeyMap.event(for: .wheelUp(other), in: selected, size: size) == nil)
    let typing = try selected.clicking("0.36", size)
    #expect(typing.prompt != nil)
    #expect(KeyMap.event(for: .wheelUp(place), in: typing, size: size) == nil)
  }

  @Test(arguments: ["", "w", "g", "c", "d", "g /", "?"])
  func `elsewhere the wheel scrolls as the arrows do`(keys: String) throws {
    let size = Size(columns: 40, rows: 10)
    let tutor = try tutor(lesson: "whole-sentence").pressing("Right*3 \(keys)")
    let wheel = KeyMap.event(for: .wheelDown(Point(column: 5, row: 4)), in: tutor, size: size)
    let arrow = KeyMap.event(for: .down, in: tutor, size: size)
    #expect(wheel != nil)
    #expect(wheel == (keys == "?" ? .scrolled(by: 3) : arrow))
  }
}

extension Tutor {
  /// Where a text stands on the screen for the first time.
  fileprivate func place(of text: String, _ size: Size = Size(columns: 80, rows: 24)) throws -> Point {
    let lines = screen(size.columns, size.rows).split(separator: "\n", omittingEmptySubsequences: false)
    // The title bar names help as well; the footer comes first.
    for row in lines.indices.reversed() {
      guard let range = lines[row].firstRange(of: text) else { continue }
      return Point(column: displayWidth(of: String(lines[row][..<range.lowerBound])), row: row)
    }
    throw NotOnScreen(text: text)
  }

  /// The tutor after a click on a text of the screen, of several that come last.
  fileprivate func clicking(_ text: String, _ size: Size = Size(columns: 80, rows: 24)) throws -> Tutor {
    var tutor = self
    if let event = KeyMap.event(for: .click(try place(of: text, size)), in: self, size: size) {
      _ = tutor.handle(event)
    }
    return tutor
  }
}

private struct NotOnScreen: Error { var text: String }

extension Array where Element: Hashable {
  /// Some different elements from all over, the same each time.
  fileprivate func scattered(_ count: Int) -> [Element] {
    var seen: Set<Element> = []
    let distinct = filter { seen.insert($0).inserted }
    guard distinct.count > count else { return distinct }
    return (0..<count).map { distinct[$0 * (distinct.count - 1) / (count - 1)] }
  }
}

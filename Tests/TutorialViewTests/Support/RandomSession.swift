import AttentionCore
import Frames
import LessonFile
import Tutorial
import TutorialView

/// Somebody who does anything that can be done, in any order, while the window changes its size.
///
/// The same seed does the same things. It carries out effects as the program does, but for those that reach outside.
struct RandomSession {
  /// The largest window; between two frames of the same size lie all others.
  static let largest = Size(columns: 300, rows: 100)

  private(set) var tutor: Tutor
  private(set) var size = Size(columns: 1, rows: 1)
  /// What was done last, the newest at the end: what led to a fault.
  private(set) var log: [Event] = []
  private var random: SplitMix
  private var frames = 0
  private let course: Course

  /// - Parameters:
  ///   - course: With all words in all languages, and the sandbox.
  ///   - beginning: The same as a session begins with it: one lesson, in one language.
  init?(lesson: Int, seed: UInt64, in course: Course, beginningWith beginning: Course) {
    guard let tutor = Tutor(course: beginning, lesson: lesson) else { return nil }
    (self.tutor, self.course) = (tutor, course)
    random = SplitMix(state: seed)
  }

  // MARK: Doing

  /// Does one thing.
  mutating func act() {
    let event = anyEvent()
    log.append(event)
    if log.count > 30 { log.removeFirst() }
    for effect in tutor.handle(event) {
      switch effect {
      case .build(let recipe):
        do throws(SentenceError) {
          if let sandbox = try SentenceLesson(recipe).sandbox(in: [.english, Language("es")]) {
            tutor.replaceSandbox(with: sandbox)
          }
        } catch {
          _ = tutor.handle(.refused(error.message))
        }
      case .read(let language): tutor.adopt(course, speaking: language)
      case .saveLesson: tutor.closeForm()
      case .quit, .redraw, .suspend, .save, .saveSoon: break
      }
    }
    if let lesson = tutor.course.lessons.first(where: { !$0.isRead }), chance(20),
      let read = course.lessons.first(where: { $0.id == lesson.id })
    {
      tutor.complete(with: read)
    }
  }

  /// Takes the next of all sizes, and what the screen shows there.
  mutating func nextFrame() -> Frame {
    let sizes = Self.largest.columns * Self.largest.rows
    // Coprime with the number of sizes and of columns: each size comes once before one comes again, and so do widths.
    let place = frames * 7919 % sizes
    size = Size(columns: place % Self.largest.columns + 1, rows: place / Self.largest.columns + 1)
    frames += 1
    return render(tutor, size: size, glyphs: frames % 5 == 0 ? .ascii : .unicode)
  }

  /// Most often a key, since keys are what people press; now and then what only typed commands and the program say.
  private mutating func anyEvent() -> Event {
    // Of all keys few close a list, and most letters only narrow it down.
    if tutor.overlay != nil, chance(6) { return .closedOverlay }
    if !chance(20) {
      for _ in 0..<20 {
        guard let key = Self.keys.randomElement(using: &random) else { continue }
        // What is worked out for these takes as long as thirty others.
        if Self.slowKeys.contains(key), tutor.overlay == nil, !chance(4) { continue }
        if let event = KeyMap.event(for: key, in: tutor, size: size) { return event }
      }
    }
    return anyNamedEvent()
  }

  /// Every key of the table and some that mean nothing.
  private static let keys: [Key] =
    KeyMap.bindings.flatMap(\.keys).filter { $0 != .control("z") }
    + "0123456789.,-+zZ¿\u{301}é日".map { .character($0) }
    + "El gato duerme\"\u{202E}".map { .character($0) }
    + [.paste("q\n5"), .paste("\u{1B}[2J uno dos"), .function(7), .control("y"), .space]

  private static let slowKeys: Set<Key> = [
    .up, .down, .character("j"), .character("k"), .character("d"), .character("/"),
  ]

  private mutating func anyNamedEvent() -> Event {
    let worksheet = tutor.worksheet
    let name = worksheet.names.randomElement(using: &random) ?? ""
    let (rows, columns) = (worksheet[name]?.rowCount ?? 1, worksheet[name]?.columnCount ?? 1)
    let cell = CellAddress(
      name: name, row: Int.random(in: -1...rows, using: &random),
      column: Int.random(in: -1...columns, using: &random))
    let lessons = tutor.course.lessons.count
    let offset = Int.random(in: -1000...1000, using: &random)
    switch Int.random(in: 0..<26, using: &random) {
    case 0...5: return .made(anyEdit(of: name, rows, columns))
    case 6: return .putBack(cell)
    case 7: return .played(Int.random(in: -1...4, using: &random))
    case 8: return .wentTo(lesson: Int.random(in: -1...lessons, using: &random), step: nil)
    case 9: return .wentTo(lesson: tutor.lessonIndex, step: offset / 20)
    case 10: return .choseLanguage(Language(["en", "es", "fr"].randomElement(using: &random) ?? ""))
    case 11: return .voted(Int.random(in: -1...9, using: &random))
    case 12: return .scrolledWords(to: offset)
    case 13: return .scrolled(by: offset)
    case 14: return .nudged(steps: offset)
    case 15: return .tookValues([anyEdit(of: name, rows, columns), anyEdit(of: name, rows, columns)])
    case 16: return .told("a\u{1B}]0;x\u{7}\u{202E}\n" + String(repeating: "long ", count: abs(offset)))
    case 17: return .refused("no \u{9B}2J")
    case 18: return .pastedText("\u{FEFF}z\u{300}\u{301}\u{302}\u{303} 日本\n9")
    case 19: return .typed("1234567890.,-+eé\u{301}\u{200B}🐱".randomElement(using: &random) ?? "0")
    case 20: return .changedPace(by: offset)
    case 21: return [.ticked, .toggledAutoplay].randomElement(using: &random) ?? .ticked
    case 22: return .resumed
    case 23: return [.redid, .undid].randomElement(using: &random) ?? .undid
    case 24: return .acceptedNumber(then: [.left, .right, .up, .down].randomElement(using: &random))
    default: return .moved([.left, .right, .up, .down].randomElement(using: &random) ?? .left)
    }
  }

  /// A number for a cell, a row or a matrix, one of the lesson's own edits, or something that cannot be.
  private mutating func anyEdit(of name: String, _ rows: Int, _ columns: Int) -> Edit {
    let own = tutor.step.experiment + tutor.lesson.steps.flatMap(\.experiment)
    if chance(4), let edit = own.randomElement(using: &random) { return edit }
    let numbers = [
      "0", "-0", "1", "0.5", "-4.25", "1e6", "-1e6", "1e300", "-1e300", "5e-324", "99", "S", "0·Q",
    ]
    let number = numbers.randomElement(using: &random) ?? "0"
    let row = chance(5) ? "*" : "\(Int.random(in: 0...rows + 1, using: &random))"
    let column = chance(5) ? "*" : "\(Int.random(in: 0...columns + 1, using: &random))"
    let target = chance(10) ? name : "\(name)[\(row),\(column)]"
    return (try? Edit(parsing: "\(target) = \(number)"))
      ?? Edit(target: Target(name: name), formula: .number(0.25))
  }

  /// True once in so many times.
  private mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  // MARK: Looking

  /// What is wrong with the numbers: each is finite, and the weights of a row sum to one.
  var faultOfNumbers: String? {
    let worksheet = tutor.worksheet
    for name in worksheet.names {
      guard let matrix = worksheet[name] else { return "\(name) is gone" }
      let isSoftmax =
        if case .operation("softmax", _)? = worksheet.formula(of: name)?.root.kind { true } else { false }
      for row in 0..<matrix.rowCount {
        let cells = (0..<matrix.columnCount).map { matrix[row: row, column: $0] }
        let numbers = cells.compactMap(\.number)
        if let bad = numbers.first(where: { !$0.isFinite }) { return "\(name) holds \(bad)" }
        guard isSoftmax, !cells.contains(where: \.isMissing),
          !(0..<matrix.columnCount).contains(where: { worksheet.isTypedOver(name, row: row, column: $0) })
        else { continue }
        let sum = numbers.reduce(0, +)
        // A row that may look at nothing has no weights.
        if abs(sum - 1) > 1e-12, sum != 0 { return "row \(row) of \(name) sums to \(sum)" }
      }
    }
    return nil
  }

  /// What is wrong with a frame: it has another size, a cursor outside, a row that is too wide, or holds what no
  /// terminal should get.
  func fault(of frame: Frame) -> String? {
    guard frame.cells.count == size.columns * size.rows else {
      return "\(frame.cells.count) cells in \(size)"
    }
    if let cursor = frame.cursor,
      !(0..<size.columns).contains(cursor.column) || !(0..<size.rows).contains(cursor.row)
    {
      return "the cursor is at \(cursor) in \(size)"
    }
    for row in 0..<size.rows {
      let text = frame.text(ofRow: row, trimmed: false)
      // A row of ASCII has as many columns as letters.
      if text.utf8.count == size.columns, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { continue }
      guard displayWidth(of: text) == size.columns else {
        return "row \(row) of \(size) is too wide: \(text)"
      }
      guard printable(text).unicodeScalars.elementsEqual(text.unicodeScalars) else {
        return "row \(row) holds \(text.unicodeScalars.map(\.value))"
      }
    }
    return nil
  }

  /// What is wrong with taking back: all of it leads to the start, and doing it again to where it began, bit for bit.
  var faultOfUndo: String? {
    var tutor = tutor
    while tutor.overlay != nil { _ = tutor.handle(.closedOverlay) }
    _ = tutor.handle(.cancelledNumber)
    let (now, changes) = (tutor.place.worksheet, tutor.place.done.count)
    for _ in 0..<changes { _ = tutor.handle(.undid) }
    guard tutor.place.done.isEmpty, tutor.place.worksheet == tutor.start else {
      return "\(changes) changes taken back do not lead to the start"
    }
    for _ in 0..<changes { _ = tutor.handle(.redid) }
    return tutor.place.worksheet == now ? nil : "\(changes) changes done again do not lead to what was there"
  }

  /// What is wrong with keeping: a session that takes up what this one saved has the same numbers at the same step.
  var faultOfKeeping: String? {
    guard let next = Tutor(course: tutor.course, saved: tutor.saved) else { return "nothing to go on with" }
    guard next.lesson.id == tutor.lesson.id, next.step.id == tutor.step.id else {
      return "\(tutor.lesson.id):\(tutor.step.id) goes on at \(next.lesson.id):\(next.step.id)"
    }
    return next.place.worksheet == tutor.place.worksheet ? nil : "the next session has other numbers"
  }
}

extension Cell {
  fileprivate var isMissing: Bool { if case .missing = self { true } else { false } }
}

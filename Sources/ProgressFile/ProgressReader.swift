import Tutorial

extension ProgressDocument {
  /// Reads the bytes of a file.
  ///
  /// A line that cannot be understood is kept, with the lines indented under it; only a file whose beginning or end is
  /// missing, or that is no text, is none.
  public init(parsing bytes: some Collection<UInt8>) throws(ProgressFault) {
    let lines = try Self.lines(of: bytes)
    try Self.checkVersion(lines.first?.text)
    guard lines.count > 1, lines.last == Line(indent: 0, text: "end") else { throw .damaged }
    self.init()
    for block in blocks(of: lines[1..<(lines.count - 1)]) { readCourse(block) }
  }

  /// A line without the blanks around it; how many stood before it says what it belongs to.
  private struct Line: Hashable {
    var indent: Int
    var text: String
    /// A note of the learner: it belongs to nothing and has nothing under it.
    var isNote: Bool { text.utf8.starts(with: "#".utf8) }

    /// The line, moved to the left by so much.
    func text(indentedLessBy columns: Int) -> String {
      String(repeating: " ", count: max(0, indent - columns)) + text
    }
  }

  /// A line with the lines under it.
  private struct Block {
    var line: Line
    var rest: ArraySlice<Line>
    var texts: [String] { [line.text] + rest.map { $0.text(indentedLessBy: line.indent) } }
  }

  private static func lines(of bytes: some Collection<UInt8>) throws(ProgressFault) -> [Line] {
    let isText = bytes.allSatisfy { byte in
      byte >= 0x20 ? byte != 0x7F : byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    guard isText, let text = String(validating: bytes, as: UTF8.self) else { throw .damaged }
    return text.unicodeScalars.split(separator: "\n").compactMap { line in
      let text = line.drop(while: isBlank)
      let indent = line.count - text.count
      var trimmed = String.UnicodeScalarView(text)
      while let last = trimmed.last, isBlank(last) || last == "\r" { trimmed.removeLast() }
      return trimmed.isEmpty ? nil : Line(indent: indent, text: String(trimmed))
    }
  }

  private static func checkVersion(_ line: String?) throws(ProgressFault) {
    // An editor may have put a byte order mark before everything.
    let text = (line ?? "").unicodeScalars.drop { $0 == "\u{FEFF}" }
    let words = text.split(separator: " ").map { String($0) }
    guard words.count == 3, words[0] == "attend", words[1] == "progress",
      words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .damaged }
    // A number too large to hold is a newer version too.
    let version = Int(words[2]) ?? .max
    guard version > 0 else { throw .damaged }
    guard version <= Self.version else { throw .newer }
  }

  private func blocks(of lines: ArraySlice<Line>) -> [Block] {
    var blocks: [Block] = []
    var rest = lines
    while let line = rest.popFirst() {
      var block = Block(line: line, rest: [])
      if !line.isNote {
        block.rest = rest.prefix(countOfLines(in: rest, under: line))
        rest = rest.dropFirst(block.rest.count)
      }
      blocks.append(block)
    }
    return blocks
  }

  /// A note does not end what stands around it, however far to the left it begins.
  private func countOfLines(in lines: ArraySlice<Line>, under line: Line) -> Int {
    var count = 0
    for (index, next) in lines.enumerated() {
      if next.indent > line.indent { count = index + 1 } else if !next.isNote { break }
    }
    return count
  }

  // MARK: What the lines say

  private mutating func readCourse(_ block: Block) {
    let fields = fields(of: block.line.text)
    switch (fields?.first, fields?.count) {
    case ("last", 2):
      progress.lesson = fields?[1]
      keep(block.rest, in: .course)
    case ("lesson", 2):
      guard let id = fields?[1] else { return }
      var lesson = progress.lessons[id] ?? SavedLesson(step: "", furthest: "")
      for block in blocks(of: block.rest) { read(block, into: &lesson, id: id) }
      progress.lessons[id] = lesson
    default: keep(block, in: .course)
    }
  }

  private mutating func read(_ block: Block, into lesson: inout SavedLesson, id: String) {
    guard let fields = fields(of: block.line.text), let kind = fields.first else {
      return keep(block, in: .lesson(id))
    }
    switch (kind, fields.count) {
    case ("step", 2): lesson.step = fields[1]
    case ("furthest", 2): lesson.furthest = fields[1]
    case ("sentence", 4):
      guard let dimensions = Int(fields[1]), let seed = UInt64(fields[2]) else {
        return keep(block, in: .lesson(id))
      }
      lesson.recipe = Recipe(sentence: fields[3], dimensions: dimensions, seed: seed)
    case ("met", 2): lesson.met.insert(fields[1])
    case ("answer", 2...): lesson.answers[fields[1], default: SavedAnswer()].votes += fields[2...]
    case ("revealed", 2): lesson.answers[fields[1], default: SavedAnswer()].isRevealed = true
    case ("place", 1...2):
      let place = fields.count == 2 ? fields[1] : ""
      var changes = lesson.places[place] ?? []
      for block in blocks(of: block.rest) { read(block, into: &changes, in: .place(place, lesson: id)) }
      lesson.places[place] = changes
      return
    default: return keep(block, in: .lesson(id))
    }
    keep(block.rest, in: .lesson(id))
  }

  private mutating func read(_ block: Block, into changes: inout [SavedChange], in section: Section) {
    guard let fields = fields(of: block.line.text, words: 2), fields.first == "change",
      (2...3).contains(fields.count)
    else { return keep(block, in: section) }
    var change = SavedChange(kind: fields[1], edits: Array(fields[2...]))
    for block in blocks(of: block.rest) {
      let fields = keywordAndSentence(of: block.line)
      switch fields?.first {
      case "and": change.edits += fields?.dropFirst() ?? []
      case "back": change.restored += fields?.dropFirst() ?? []
      default:
        keep(block, in: section)
        continue
      }
      keep(block.rest, in: section)
    }
    changes.append(change)
  }

  /// The keyword and the sentence of a line that has both.
  private func keywordAndSentence(of line: Line) -> [String]? {
    guard let fields = fields(of: line.text, words: 1), fields.count == 2 else { return nil }
    return fields
  }

  // MARK: What they do not say

  private mutating func keep(_ block: Block, in section: Section) {
    unknown[section, default: []] += block.texts
  }

  /// Lines under one that has nothing under it as far as this version knows.
  private mutating func keep(_ lines: ArraySlice<Line>, in section: Section) {
    for block in blocks(of: lines) { keep(block, in: section) }
  }
}

import AttentionCore
import Tutorial

/// Reads the lines of one paragraph as runs: `**strong**`, `*emphasis*`, `` `code` `` and `{live values}`.
///
/// Marks may go on over the end of a line, code and live values may not. `\` before a mark makes it plain.
struct RunReader {
  /// What becomes of the formulas of live values.
  enum LiveValues {
    /// There is no worksheet that they could be values of.
    case refused
    /// They are held against a worksheet.
    case checked(Worksheet)
    /// It is known that they fit.
    case trusted
  }

  private(set) var faults: [Fault] = []
  /// The live values so far, and where their formulas stand; none where they are trusted.
  private(set) var values: [(formula: Formula, place: Place)] = []

  private let liveValues: LiveValues
  private var runs: [Run] = []
  private var manner = Run.Manner.plain
  /// The mark that began the manner, and where.
  private var opened: (mark: Substring, place: Place)?
  /// Letters that are not in a run yet.
  private var letters = ""
  /// The line that is being read, and where it begins.
  private var line: Substring = ""
  private var start = Place.start

  init(_ liveValues: LiveValues) { self.liveValues = liveValues }

  /// The runs of a paragraph that is known to be without fault.
  static func trustedRuns(of text: String) -> [Run] {
    var reader = RunReader(.trusted)
    reader.read(text[...], .start)
    return reader.finish()
  }

  /// Reads the next line.
  mutating func read(_ text: Substring, _ place: Place) {
    if !runs.isEmpty || !letters.isEmpty { letters += " " }
    line = text
    start = place
    var rest = text
    while let mark = rest.utf8.firstIndex(where: Self.isMark) {
      write(rest[..<mark])
      rest = rest[mark...]
      switch rest.utf8.first {
      case UInt8(ascii: "\\"): rest = escaped(rest)
      case UInt8(ascii: "`"): rest = code(rest)
      case UInt8(ascii: "{"): rest = live(rest)
      default: rest = stars(rest)
      }
    }
    write(rest)
  }

  /// The runs of the paragraph, which has no more lines.
  mutating func finish() -> [Run] {
    endRun()
    if let opened { faults.add(opened.place, "\(opened.mark) is not closed") }
    return runs
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "`")
      || byte == UInt8(ascii: "\\")
  }

  /// Of an index in the line; only complaints need it.
  private func place(of index: Substring.Index) -> Place {
    Place(line: start.line, column: start.column + line[..<index].count)
  }

  // MARK: Words

  private mutating func write(_ text: Substring) {
    if let (index, sentence) = text.firstForbidden { faults.add(place(of: index), sentence) }
    letters += text
  }

  private mutating func endRun() {
    if !letters.isEmpty { runs.append(Run(.text(letters), manner: manner)) }
    letters = ""
  }

  // MARK: Marks

  private mutating func escaped(_ rest: Substring) -> Substring {
    let next = rest.dropFirst()
    guard let mark = next.first, "*{}`\\".contains(mark) else {
      letters += "\\"
      return next
    }
    letters.append(mark)
    return next.dropFirst()
  }

  private mutating func stars(_ rest: Substring) -> Substring {
    let mark = rest.prefix(rest.hasPrefix("**") ? 2 : 1)
    let next = rest.dropFirst(mark.count)
    if let opened {
      guard opened.mark == mark else {
        faults.add(place(of: rest.startIndex), "\(mark) inside \(opened.mark): a word has one mark at a time")
        return next
      }
      endRun()
      self.opened = nil
      manner = .plain
    } else if next.first?.isWhitespace ?? true {
      faults.add(place(of: rest.startIndex), "\(mark) marks nothing; write \\* for the sign")
    } else {
      endRun()
      opened = (mark, place(of: rest.startIndex))
      manner = mark.count == 2 ? .strong : .emphasis
    }
    return next
  }

  private mutating func code(_ rest: Substring) -> Substring {
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(of: "`") else {
      faults.add(place(of: rest.startIndex), "` is not closed")
      return ""
    }
    endRun()
    runs.append(Run(.text(String(inside[..<end])), manner: .code))
    return inside[inside.index(after: end)...]
  }

  // MARK: Live values

  private mutating func live(_ rest: Substring) -> Substring {
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(of: "}") else {
      faults.add(place(of: rest.startIndex), "{ is not closed; write \\{ for the sign")
      return ""
    }
    endRun()
    if let content = liveValue(inside[..<end]) { runs.append(Run(content, manner: manner)) }
    return inside[inside.index(after: end)...]
  }

  /// `formula` or `formula:digits`; nil, with a complaint, where it has no value that fits into a line.
  private mutating func liveValue(_ text: Substring) -> Run.Content? {
    let colon = text.lastIndex(of: ":")
    let digitsText = colon.map { text[text.index(after: $0)...] }
    let digits = digitsText.flatMap { Int($0) }
    if let digitsText, digits.map({ (0...7).contains($0) }) != true {
      faults.add(place(of: digitsText.startIndex), "the decimals of a live value are a digit from 0 to 7")
      return nil
    }
    do throws(FormulaError) {
      let formula = try Formula(parsing: String(text[..<(colon ?? text.endIndex)]))
      return try fits(formula, text) ? .live(formula, digits: digits) : nil
    } catch {
      let first = place(of: text.startIndex)
      faults.add(Place(line: first.line, column: first.column + error.offset), error.message)
      return nil
    }
  }
}

extension RunReader {
  /// Whether a live value fits into a line.
  private mutating func fits(_ formula: Formula, _ text: Substring) throws(FormulaError) -> Bool {
    switch liveValues {
    case .trusted: return true
    case .refused:
      faults.add(
        place(of: text.startIndex), "a live value belongs to a step of a lesson; here is no worksheet")
      return false
    case .checked(let worksheet):
      let shape = try worksheet.check(formula)
      guard shape.rows.count == 1 else {
        faults.add(
          place(of: text.startIndex), "a live value is a number or a row; \(formula.text) is \(shape)")
        return false
      }
      values.append((formula, place(of: text.startIndex)))
      return true
    }
  }
}

extension Substring {
  /// The first thing in plain words that lessons do not use, and what to say of it.
  fileprivate var firstForbidden: (index: Index, sentence: String)? {
    var before: UInt8 = 0
    var numberStart = startIndex
    for index in utf8.indices {
      let byte = utf8[index]
      let next = utf8.index(after: index)
      let following = next < endIndex ? utf8[next] : 0
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","):
        if before.isDigit, following.isDigit {
          return (numberStart, "a number in the words is a live value: {…}, or `…` if it is only a name")
        }
      case UInt8(ascii: "]") where following == UInt8(ascii: "("):
        return (index, "links and pictures are not used in lessons")
      case UInt8(ascii: "<") where following.isLetter || following == UInt8(ascii: "/"):
        return (index, "HTML is not used in lessons")
      default:
        if byte.isDigit, !before.isDigit { numberStart = index }
      }
      before = byte
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

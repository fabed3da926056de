/// The text of a file of the course, known to be UTF-8 that a screen can show.
struct SourceText {
  /// The most bytes that a file of the course may have.
  static let largest = 1 << 20

  let text: String
  /// Without their line ends; LF, CR LF and CR all end a line.
  let lines: [Substring]

  /// - Throws: The first reason why the bytes are no text.
  init(_ bytes: [UInt8]) throws(Fault) {
    if let sentence = Self.foreignEncoding(of: bytes) { throw Fault(place: .start, sentence: sentence) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.firstBadByte(in: bytes) }
    self.text = text
    lines = Self.lines(of: text)
    for (index, line) in lines.enumerated() {
      if let (offset, sentence) = unshowable(in: line, butTabs: true) ?? doubleEncoding(in: line) {
        throw Fault(place: Place(line: index + 1, column: offset + 1), sentence: sentence)
      }
    }
  }

  /// What to say of the encodings that editors write instead of plain UTF-8.
  private static func foreignEncoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "the file begins with a byte order mark: save it as UTF-8 without one"
    }
    let beginsWithWideMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let wideStart = bytes.prefix(4).count { $0 == 0 } >= 2
    if beginsWithWideMark || wideStart {
      return "the file is not UTF-8 but UTF-16 or UTF-32: save it as UTF-8"
    }
    return nil
  }

  /// Splits bytes, not characters: that is several times faster, and every file is read at start.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    var isAfterCR = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == UInt8(ascii: "\n"), isAfterCR {
        start = next
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(text[start..<index])
        start = next
      }
      isAfterCR = byte == UInt8(ascii: "\r")
    }
    return lines + [text[start...]]
  }

  private static func firstBadByte(in bytes: [UInt8]) -> Fault {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var place = (line: 1, column: 1)
    var good = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
      good += UTF8.width(scalar)
    }
    let byte = bytes.dropFirst(good).first.map { String($0, radix: 16, uppercase: true) } ?? ""
    return Fault(
      place: Place(line: place.line, column: place.column),
      sentence: "the byte \(byte) is not UTF-8: save the file as UTF-8")
  }
}

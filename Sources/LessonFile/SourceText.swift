/// The text of a file of the course, known to be UTF-8 that a screen can show.
struct SourceText {
  /// The most bytes that a file of the course may have.
  static let largest = 1 << 20

  let text: String

  /// The text of a file that is known to be right.
  init(trusted text: String) { self.text = text }

  /// - Throws: The first reason why the bytes are no text.
  init(_ bytes: [UInt8]) throws(Fault) {
    if let sentence = Self.foreignEncoding(of: bytes) { throw Fault(place: .start, sentence: sentence) }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw Self.firstBadByte(in: bytes) }
    text.makeContiguousUTF8()
    self.text = text
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

  /// Without their line ends; LF, CR LF and CR all end a line.
  var lines: [Substring] {
    // Bytes, not characters: that is many times faster, and every file is read at start.
    var ends: [(end: Int, next: Int)] = []
    text.utf8.withContiguousStorageIfAvailable { bytes in
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      {
        if byte == UInt8(ascii: "\n"), let last = ends.last, last.next == offset,
          bytes[last.end] == UInt8(ascii: "\r")
        {
          ends[ends.count - 1].next = offset + 1
        } else {
          ends.append((offset, offset + 1))
        }
      }
    }
    var start = text.startIndex
    var lines = ends.map { end, next in
      defer { start = text.utf8.index(text.startIndex, offsetBy: next) }
      return text[start..<text.utf8.index(text.startIndex, offsetBy: end)]
    }
    lines.append(text[start...])
    return lines
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

/// A value of a JSON text, and at which of its bytes it begins.
struct JSONNode {
  enum Content {
    case object([(key: String, offset: Int, value: JSONNode)])
    case array([JSONNode])
    case string(String)
    /// As it is written.
    case number(String)
    case null
    case truth
  }

  let offset: Int
  let content: Content
}

/// Reads JSON (RFC 8259) and nothing else: no comments, no commas at ends, no NaN.
struct JSONReader {
  private static let deepest = 16
  private static let mostValues = 1_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var count = 0

  /// What is wrong, and at which byte.
  struct Failure: Error {
    let offset: Int
    let sentence: String
  }

  static func read(_ text: String) throws(Failure) -> JSONNode {
    var reader = JSONReader(bytes: Array(text.utf8))
    let node = try reader.value()
    reader.skipBlanks()
    guard reader.next == nil else { throw reader.failure("expected the end, found \(reader.found)") }
    return node
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var found: String {
    guard let next else { return "the end of the file" }
    return next < 0x80 ? String(Unicode.Scalar(next)) : "a letter"
  }

  private func failure(_ sentence: String) -> Failure { Failure(offset: position, sentence: sentence) }

  private mutating func skipBlanks() {
    while let next, next.isJSONBlank { position += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(Failure) {
    guard take(sign) else { throw failure("expected \(sign), found \(found)") }
  }

  private mutating func value() throws(Failure) -> JSONNode {
    skipBlanks()
    count += 1
    guard count <= Self.mostValues else { throw failure("the file has more than \(Self.mostValues) values") }
    let start = position
    switch next {
    case UInt8(ascii: "{"): return JSONNode(offset: start, content: .object(try object()))
    case UInt8(ascii: "["): return JSONNode(offset: start, content: .array(try array()))
    case UInt8(ascii: "\""): return JSONNode(offset: start, content: .string(try string()))
    case let sign? where "-0123456789".utf8.contains(sign):
      return JSONNode(offset: start, content: .number(try number()))
    default:
      for (word, content) in [("null", JSONNode.Content.null), ("true", .truth), ("false", .truth)]
      where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return JSONNode(offset: start, content: content)
      }
      throw failure("expected a value, found \(found)")
    }
  }

  private mutating func goDeeper() throws(Failure) {
    depth += 1
    if depth > Self.deepest { throw failure("the file is nested more than \(Self.deepest) deep") }
  }

  private mutating func object() throws(Failure) -> [(key: String, offset: Int, value: JSONNode)] {
    try expect("{")
    try goDeeper()
    defer { depth -= 1 }
    var entries: [(key: String, offset: Int, value: JSONNode)] = []
    var keys: Set<String> = []
    if take("}") { return [] }
    repeat {
      skipBlanks()
      let start = position
      let key = try string()
      guard keys.insert(key).inserted else {
        throw Failure(offset: start, sentence: "\(key) is written twice")
      }
      try expect(":")
      entries.append((key, start, try value()))
    } while take(",")
    try expect("}")
    return entries
  }

  private mutating func array() throws(Failure) -> [JSONNode] {
    try expect("[")
    try goDeeper()
    defer { depth -= 1 }
    var items: [JSONNode] = []
    if take("]") { return [] }
    repeat { items.append(try value()) } while take(",")
    try expect("]")
    return items
  }

  private mutating func number() throws(Failure) -> String {
    let start = position
    while let next, "+-.eE0123456789".utf8.contains(next) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    // 01 and 1. are numbers elsewhere.
    let whole = digits.prefix { $0 != "." && $0 != "e" && $0 != "E" }
    guard !whole.isEmpty, whole == "0" || whole.first != "0", !digits.contains(".") || hasFraction(digits)
    else {
      throw Failure(offset: start, sentence: "\(text) is not a number")
    }
    return text
  }

  private func hasFraction(_ digits: Substring) -> Bool {
    digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[1].first?.isNumber == true
  }

  private mutating func string() throws(Failure) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(Character(try escape())).utf8)
      case 0..<0x20: throw failure("a string ends on the line where it begins")
      default: text.append(byte)
      }
    }
    throw failure("a string is not closed")
  }

  /// What stands after a backslash.
  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let byte = next else { throw failure("a string is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try unit()
      guard (0xD800..<0xE000).contains(unit) else { break }
      guard unit < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else {
        throw failure("half a character")
      }
      position += 2
      let low = try self.unit()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { throw failure("half a character") }
      return scalar
    default: throw failure("there is no escape \\\(byte < 0x80 ? String(Unicode.Scalar(byte)) : "")")
    }
    position -= 4
    guard let scalar = Unicode.Scalar(try unit()) else { throw failure("half a character") }
    return scalar
  }

  private mutating func unit() throws(Failure) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("\\u has four hexadecimal digits") }
    position += 4
    return unit
  }
}

extension UInt8 {
  /// What JSON takes for a blank.
  var isJSONBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

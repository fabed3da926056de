import Glibc

/// Standard input, line by line.
struct LineInput {
  /// Nobody types more; the rest of a longer line is left out.
  private static let longestLine = 4096

  private var buffer: [UInt8] = []
  /// How far the buffer has been handed out.
  private var place = 0
  private var isAtEnd = false

  /// Whether another line can be had without waiting.
  var hasLine: Bool { isAtEnd ? place < buffer.count : buffer[place...].contains(UInt8(ascii: "\n")) }

  /// The next line without its end; nil where the input has ended.
  ///
  /// - Throws: The number of the error where the input cannot be read.
  mutating func next() throws(ReadFailure) -> String? {
    while !hasLine {
      guard !isAtEnd else { return nil }
      try readMore()
    }
    let end = buffer[place...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
    defer { place = min(end + 1, buffer.count) }
    return text(of: buffer[place..<end].prefix(Self.longestLine))
  }

  private mutating func readMore() throws(ReadFailure) {
    buffer.removeFirst(place)
    place = 0
    // Of a line without an end only the beginning counts.
    if buffer.count > 2 * Self.longestLine { buffer.removeLast(buffer.count - 2 * Self.longestLine) }
    let part = [UInt8](unsafeUninitializedCapacity: 65_536) { memory, count in
      var result = read(STDIN_FILENO, memory.baseAddress, memory.count)
      while result < 0, errno == EINTR { result = read(STDIN_FILENO, memory.baseAddress, memory.count) }
      count = max(0, result)
      if result < 0 { failure = errno }
    }
    if let failure { throw ReadFailure(number: failure) }
    isAtEnd = part.isEmpty
    buffer += part
  }

  private var failure: Int32?

  /// The bytes as UTF-8 or, where they are none, as Latin-1, which terminals without UTF-8 mostly send.
  private func text(of bytes: ArraySlice<UInt8>) -> String {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// Why standard input cannot be read.
struct ReadFailure: Error {
  var number: Int32
}

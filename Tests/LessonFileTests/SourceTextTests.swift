import Testing

@testable import LessonFile

/// Bytes that are not the text of a course.
struct SourceTextTests {
  @Test(arguments: badBytes)
  func `bytes that are no plain UTF-8 are named with their place`(_ bytes: [UInt8], _ complaint: String) {
    #expect(complaintTexts(about: bytes) { _ in [] } == [complaint])
  }

  @Test(arguments: [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F] as [UInt8])
  func `control characters are refused`(_ byte: UInt8) {
    let code = String(byte, radix: 16, uppercase: true)
    let name = "U+00" + (code.count == 1 ? "0" : "") + code
    #expect(
      complaintTexts(about: Array("ab".utf8) + [byte]) { _ in [] }
        == ["1:3: \(name) cannot be seen on a screen: take it out"])
  }

  @Test(
    arguments: [
      "\u{80}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200F}", "\u{2028}", "\u{2066}", "\u{3164}",
      "\u{E000}", "\u{378}",
    ])
  func `what cannot be seen is refused`(_ text: String) {
    #expect("a\nb\(text)".complaints { _ in [] }.first?.hasPrefix("2:2: U+") == true)
  }

  @Test func `lines end with LF, CR LF or CR`() throws {
    #expect(try SourceText(Array("a\nb\r\nc\rd".utf8)).lines == ["a", "b", "c", "d"])
  }

  @Test(
    arguments: [
      ("C√≥mo", "Cómo"), ("¬øQu√©?", "¿Qué?"), ("CÃ³mo", "Cómo"), ("Â¿QuÃ©?", "¿Qué?"),
      ("atenci√≥n", "atención"),
      ("se√±al", "señal"),
    ])
  func `text that was read in another encoding is recognised`(_ text: String, _ meant: String) throws {
    #expect(try #require(doubleEncoding(in: text[...])).sentence.hasPrefix("\(text) is \(meant) in UTF-8"))
  }

  @Test(arguments: ["√π", "2·√π", "¿Cómo?", "Ãrea", "√3 ≥ 1", "¬ø"])
  func `text that only looks like it is left alone`(_ text: String) {
    #expect(doubleEncoding(in: text[...]) == nil)
  }
}

private let badBytes: [([UInt8], String)] = [
  (
    [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8),
    "1:1: the file begins with a byte order mark: save it as UTF-8 without one"
  ),
  ([0xFF, 0xFE, 0x61, 0x00], "1:1: the file is not UTF-8 but UTF-16 or UTF-32: save it as UTF-8"),
  ([0xFE, 0xFF, 0x00, 0x61], "1:1: the file is not UTF-8 but UTF-16 or UTF-32: save it as UTF-8"),
  ([0x61, 0x00, 0x3A, 0x00], "1:1: the file is not UTF-8 but UTF-16 or UTF-32: save it as UTF-8"),
  ([0x00, 0x00, 0x00, 0x61], "1:1: the file is not UTF-8 but UTF-16 or UTF-32: save it as UTF-8"),
  (Array("a\ncaf".utf8) + [0xE9], "2:4: the byte E9 is not UTF-8: save the file as UTF-8"),
  (Array("é: ".utf8) + [0xC0, 0xAF], "1:4: the byte C0 is not UTF-8: save the file as UTF-8"),
  ([0x61, 0xED, 0xA0, 0x80], "1:2: the byte ED is not UTF-8: save the file as UTF-8"),
  ([0x61, 0xE2, 0x82], "1:2: the byte E2 is not UTF-8: save the file as UTF-8"),
]

import Frames
import Testing

@testable import TerminalScreen

/// The bytes of terminals, read without a terminal.
struct KeyDecoderTests {
  /// The keys of some bytes, after which nothing more comes.
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    for byte in bytes { decoder.feed(byte) }
    decoder.stopWaiting()
    var keys: [Key] = []
    while let key = decoder.nextKey() { keys.append(key) }
    return keys
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test(arguments: [
    ("a", Key.character("a")), ("Z", .character("Z")), ("~", .character("~")), ("é", .character("é")),
    ("→", .character("→")), ("𝐐", .character("𝐐")), (" ", .space), ("\t", .tab), ("\r", .enter),
    ("\n", .enter),
    ("\u{8}", .backspace), ("\u{7F}", .backspace), ("\u{1B}", .escape), ("\u{12}", .control("r")),
  ])
  func `one key on its own`(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
    ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end),
    ("[4~", .end), ("[8~", .end), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab),
    ("OP", .function(1)), ("OS", .function(4)), ("[[A", .function(1)), ("[[E", .function(5)),
    ("[11~", .function(1)), ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
    ("[23~", .function(11)), ("[24~", .function(12)), ("[1P", .function(1)),
    ("OM", .enter), ("Op", .character("0")), ("Oy", .character("9")), ("On", .character(".")),
    ("Ol", .character(",")), ("Om", .character("-")), ("Ok", .character("+")), ("OX", .character("=")),
  ])
  func `keys of many terminals`(sequence: String, key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
    #expect(keys("\u{1B}" + sequence + "a") == [key, .character("a")])
  }

  @Test(arguments: [
    // Keys with Shift, Alt or Control; keys that are none of ours; Alt with a letter.
    "[1;2A", "[1;5C", "[5;3~", "[2~", "[25~", "[99~", "[E", "O2P", "O5C", "q", "Q", "é", "\r", "\u{7F}",
    // What a terminal says about itself: focus, colours, names, versions.
    "[I", "[O", "[?1;2c", "[>0;276;0c", "[?2026;2$y", "[12;40R",
    "]11;rgb:0000/0000/0000\u{7}", "]11;rgb:ffff/ffff/ffff\u{1B}\\", "P1+r436f=323536\u{1B}\\",
    "_Gi=1;OK\u{1B}\\",
    // Other ways of sending keys, and more numbers than any key has.
    "[113;5u", "[27;5;113~", "[1;2;3;4;5;6;7;8;9;10;11;12;13;14A", "[[Q",
  ])
  func `a sequence that is no key of ours is swallowed whole`(sequence: String) {
    #expect(keys("\u{1B}" + sequence + "z") == [.character("z")])
  }

  @Test(arguments: [
    ("[<0;1;1M", Key.click(Point(column: 0, row: 0))), ("[<0;10;20M", .click(Point(column: 9, row: 19))),
    ("[<64;300;7M", .wheelUp(Point(column: 299, row: 6))),
    ("[<65;1;24M", .wheelDown(Point(column: 0, row: 23))),
    // No window is so large, which is for the screen to say.
    ("[<0;99999;99999M", .click(Point(column: 99998, row: 99998))),
  ])
  func `the left button and the wheel are keys with a place`(report: String, key: Key) {
    #expect(keys("\u{1B}" + report) == [key])
    #expect(keys("\u{1B}" + report + "\u{1B}" + report + "a") == [key, key, .character("a")])
  }

  @Test(arguments: [
    // Letting go; other buttons; the wheel to the side; with Shift, Alt, Control; moving, with a button and without.
    "[<0;10;20m", "[<1;10;20M", "[<2;10;20M", "[<3;10;20M", "[<66;5;5M", "[<67;5;5M", "[<128;5;5M",
    "[<4;10;20M", "[<8;10;20M", "[<16;10;20M", "[<80;10;20M", "[<32;10;20M", "[<35;10;20M", "[<64;1;1m",
    // Places that are none, numbers that are none, too many and too few of them.
    "[<0;0;1M", "[<0;1;0M", "[<0;-1;5M", "[<0;100000;5M", "[<0;5;18446744073709551617M", "[<;1;1M", "[<0;;1M",
    "[<0;1;M", "[<0;1M", "[<M", "[<0;1;1;1M", "[<0:1:1M", "[<0;1;1A", "[<0;1;1~", "[0;1;1M", "[<<0;1;1M",
    "[<00000000000000000;1;1M", "[<0;5;0000000000000000001M", "[<0;1;1$M", "[ M",
  ])
  func `other reports of the mouse do nothing`(report: String) {
    #expect(keys("\u{1B}" + report + "z") == [.character("z")])
  }

  @Test(arguments: [" !!", "#qq", "`\u{FF}\u{FF}", "\u{0}\u{0}\u{0}", "\"\u{7F}~"])
  func `an old report of the mouse never acts as keys`(report: String) {
    let bytes = Array("\u{1B}[M".utf8) + report.unicodeScalars.map { UInt8($0.value) }
    #expect(keys(bytes + [0x7A]) == [.character("z")])
    // Torn by another sequence, which counts; torn for good, it is nothing.
    #expect(keys(bytes.dropLast() + Array("\u{1B}[Az".utf8)) == [.up, .character("z")])
    #expect(keys(bytes.dropLast()) == [])
  }

  @Test func `a report that comes in pieces is one, and a torn one nothing`() {
    for cut in 1..<"\u{1B}[<0;10;20M".utf8.count {
      let bytes = Array("\u{1B}[<0;10;20M".utf8)
      #expect(keys(Array(bytes[..<cut])) == (cut == 1 ? [.escape] : []), "\(cut)")
      #expect(
        keys(bytes[..<cut] + Array("\u{1B}[B".utf8)) == (cut == 1 ? [.escape, .down] : [.down]), "\(cut)")
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `of noise around reports only whole reports and keys arrive`(seed: UInt64) {
    var noise = seed
    var decoder = KeyDecoder()
    for _ in 0..<20_000 {
      noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choices = Array("\u{1B}[<M;0691".utf8)
      decoder.feed(choices[Int(noise >> 32) % choices.count])
    }
    decoder.stopWaiting()
    while let key = decoder.nextKey() {
      switch key {
      case .click(let place), .wheelUp(let place), .wheelDown(let place):
        #expect((0..<99_999).contains(place.column) && (0..<99_999).contains(place.row))
      case .character(let character): #expect("[<M;0691".contains(character))
      default: #expect(key == .escape)
      }
    }
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    ("\u{1B}\u{1B}", [Key.escape, .escape]),
    ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}[\u{1B}[B", [.down]),
    ("\u{1B}[5", []),
    ("\u{1B}[5\r", [.enter]),
    ("\u{1B}O\u{1B}", [.escape]),
    ("\u{1B}]0;title", []),
  ])
  func `torn sequences leave no letter behind`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test(arguments: [
    ([0xFF], []), ([0x80], []), ([0xC0, 0xAF], []), ([0xED, 0xA0, 0x80], []), ([0xF4, 0x90, 0x80, 0x80], []),
    ([0xC3, 0x41], [Key.character("A")]), ([0xE2, 0x86, 0x0D], [.enter]), ([0xC2, 0x9B], []), ([0x00], []),
    ([0x1C], []),
  ])
  func `what is no text is dropped`(bytes: [UInt8], expected: [Key]) {
    #expect(keys(bytes) == expected)
    #expect(keys(bytes + [0x7A]) == expected + [.character("z")])
  }

  @Test(arguments: [
    ("0,5", "0,5"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("é→", "é→"), ("", ""), ("q\u{1B}[A", "q[A"),
    ("\u{1B}[20\u{1B}[20", "[20[20"), ("\t\u{0}\u{7F}\u{9B}", "\t"),
  ])
  func `a paste is one key of plain text`(pasted: String, text: String) {
    #expect(keys("\u{1B}[200~\(pasted)\u{1B}[201~z") == [.paste(text), .character("z")])
  }

  @Test func `a paste without its end counts when nothing more comes`() {
    #expect(keys("\u{1B}[200~0.5") == [.paste("0.5")])
  }

  @Test func `a paste is kept up to its limit`() {
    let text = String(repeating: "1", count: KeyDecoder.longestPaste)
    #expect(keys("\u{1B}[200~\(text)\(text)\u{1B}[201~q") == [.paste(text), .character("q")])
  }

  @Test func `only half a key is waited for`() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    decoder.feed(0x1B)
    #expect(decoder.patience == 25)
    decoder.feed(UInt8(ascii: "["))
    #expect(decoder.patience == 500)
    decoder.feed(UInt8(ascii: "A"))
    #expect(decoder.patience == nil)
    #expect(decoder.hasKeys)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `no bytes at all confuse it for longer than they last`(seed: UInt64) {
    var noise = seed
    var decoder = KeyDecoder()
    for _ in 0..<20_000 {
      noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Sequences are made of few bytes, so these come often.
      let choices = [0x1B, 0x5B, 0x4F, 0x5D, 0x7E, 0x32, 0x30, UInt8(truncatingIfNeeded: noise >> 40)]
      decoder.feed(choices[Int(noise >> 61)])
    }
    decoder.stopWaiting()
    while decoder.nextKey() != nil {}
    decoder.feed(UInt8(ascii: "z"))
    #expect(decoder.nextKey() == .character("z"))
  }
}

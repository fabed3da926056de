import Testing

@testable import Frames

struct RecordingTests {
  @Test func `an update holds only what changed`() {
    let escape = "\u{1B}["
    var frame = Frame(size: Size(columns: 20, rows: 2))
    frame.draw("abcd", at: Point(column: 0, row: 0))
    var updates = FrameUpdates()
    #expect(
      updates.update(to: frame, theme: .terminal) == "\(escape)0m\(escape)?25l\(escape)2J\(escape)1;1Habcd")
    #expect(updates.update(to: frame, theme: .terminal).isEmpty)
    frame.draw("X", at: Point(column: 1, row: 0))
    frame.draw("dog", at: Point(column: 14, row: 1), style: Style(.key, bold: true))
    #expect(
      updates.update(to: frame, theme: .terminal)
        == "\(escape)1;2HX\(escape)2;15H\(escape)0;1;38;5;131mdog\(escape)0m")
    frame.cursor = Point(column: 3, row: 1)
    #expect(updates.update(to: frame, theme: .terminal) == "\(escape)2;4H\(escape)?25h")
    frame.cursor = nil
    #expect(updates.update(to: frame, theme: .terminal) == "\(escape)?25l")
  }

  @Test func `a change beside a wide grapheme draws it whole`() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.draw("ab", at: Point(column: 0, row: 0))
    var updates = FrameUpdates()
    _ = updates.update(to: frame, theme: .terminal)
    frame.draw("日", at: Point(column: 0, row: 0))
    #expect(updates.update(to: frame, theme: .terminal) == "\u{1B}[1;1H日")
  }

  @Test func `a recording is a header and a line for each event, with the times that were waited`() {
    var cast = Asciicast(size: Size(columns: 80, rows: 24), title: "A \"B\"\\")
    cast.mark("one")
    cast.write("\u{1B}[0m")
    cast.write("")
    cast.wait(milliseconds: 1050)
    cast.write("é\n")
    cast.wait(milliseconds: 10)
    cast.end()
    #expect(
      cast.text == #"""
        {"version": 2, "width": 80, "height": 24, "title": "A \"B\"\\", "env": {"TERM": "xterm-256color"}}
        [0.000, "m", "one"]
        [0.000, "o", "\u001b[0m"]
        [1.050, "o", "é\u000a"]
        [1.060, "o", ""]

        """#)
    cast.timestamp = 12
    #expect(cast.text.contains(#""height": 24, "timestamp": 12, "title""#))
  }
}

import Frames
import Glibc
import Testing

/// Recordings and updates, played into a terminal, against the frames that they were made of.
struct RecordingTests {
  /// What a run of the program prints.
  private func output(of arguments: String) -> String {
    let program = TerminalSession.path(of: "attend")
    guard let pipe = popen("LANG=C.UTF-8 '\(program)' \(arguments)", "r") else { return "" }
    defer { pclose(pipe) }
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&bytes, 1, bytes.count, pipe)
      guard count > 0 else { break }
      output += bytes.prefix(count)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The terminal after all output events of a recording.
  private func played(_ cast: String, columns: Int, rows: Int) throws -> TerminalEmulator {
    let emulator = TerminalEmulator(columns: columns, rows: rows)
    for line in cast.split(separator: "\n").dropFirst() where line.contains(", \"o\", ") {
      let text = try #require(line.range(of: ", \"o\", ").map { line[$0.upperBound...].dropLast() })
      emulator.write(Array(try unquoted(String(text)).utf8))
    }
    return emulator
  }

  /// A JSON string as the text it stands for; only the escapes that are written are known.
  private func unquoted(_ json: String) throws -> String {
    var text = ""
    var rest = json.unicodeScalars.dropFirst().dropLast()
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let next = rest.popFirst()
      let escaped = try #require(next)
      if escaped == "u" {
        let code = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        text.unicodeScalars.append(try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)))
      } else {
        text.unicodeScalars.append(escaped)
      }
    }
    return text
  }

  @Test(arguments: [
    ("two-tokens:two-of-four", "Tab Down Right Right \"3.10\" Enter T T", "80x24", "dark"),
    ("two-tokens:p1", "3 r Right Left L T ? Escape", "60x16", "light"),
    ("next-token:p2", "r Right Right g Down Escape w", "40x10", "terminal"),
    ("kv-cache", "Right*30 c Down L", "120x36", "contrast"),
  ])
  func `a recording ends with the screen that the same keys make`(
    place: String, keys: String, size: String, theme: String
  ) throws {
    let sizes = size.split(separator: "x").compactMap { Int($0) }
    let arguments = "\(place) --keys '\(keys)' --size \(size) --theme \(theme)"
    let cast = output(of: "record \(place) - --keys '\(keys)' --size \(size) --theme \(theme)")
    #expect(cast == output(of: "record \(place) - --keys '\(keys)' --size \(size) --theme \(theme)"))
    let emulator = try played(cast, columns: sizes[0], rows: sizes[1])
    let expected = TerminalEmulator(columns: sizes[0], rows: sizes[1])
    let frame = output(of: "frame \(arguments) --format ansi").dropLast()
    expected.write(Array(frame.replacing("\n", with: "\r\n").utf8))
    for row in 0..<sizes[1] {
      #expect(emulator.row(row) == expected.row(row))
      for column in 0..<sizes[0] {
        var (shown, wanted) = (
          emulator.cell(column: column, row: row), expected.cell(column: column, row: row)
        )
        // A cell that nothing was drawn in looks like a blank.
        if shown.text.isEmpty { shown.text = " " }
        if wanted.text.isEmpty { wanted.text = " " }
        #expect(shown == wanted, "column \(column), row \(row)")
      }
    }
  }

  /// How a terminal shows a cell; nil for the right half of a wide grapheme.
  private func looks(of cell: FrameCell, _ theme: Theme) -> ShownCell? {
    guard !cell.text.isEmpty else { return nil }
    let paint = theme.paint(for: cell.style, depth: .full)
    return ShownCell(
      text: cell.text, foreground: paint.foreground.map(Int.init), background: paint.background.map(Int.init),
      isBold: paint.bold, isUnderlined: paint.underlined, isReversed: paint.reversed)
  }

  @Test func `each update leaves the terminal as the frame is`() throws {
    var random = SystemRandomNumberGenerator()
    let size = Size(columns: 12, rows: 3)
    let emulator = TerminalEmulator(columns: size.columns, rows: size.rows)
    var updates = FrameUpdates()
    var frame = Frame(size: size)
    for _ in 0..<200 {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let text = ["日", "a", "日本", "  ", "0.42", "─"].randomElement(using: &random) ?? ""
        let style = [
          Style(.text), Style(.key, bold: true), Style(.bar), Style(.weight, heat: .share(3)),
          Style(.text, focused: true),
        ].randomElement(using: &random)
        let place = Point(
          column: .random(in: -1...11, using: &random), row: .random(in: 0...2, using: &random))
        frame.draw(text, at: place, style: style ?? .text)
      }
      frame.cursor =
        Bool.random(using: &random) ? Point(column: .random(in: 0...11, using: &random), row: 1) : nil
      let theme = Theme.all.randomElement(using: &random) ?? .terminal
      emulator.write(Array(updates.update(to: frame, theme: theme).utf8))
      #expect(updates.update(to: frame, theme: theme).isEmpty)
      #expect(emulator.showsCursor == (frame.cursor != nil))
      if let cursor = frame.cursor { #expect(emulator.cursor == (cursor.column, cursor.row)) }
      for row in 0..<size.rows {
        let wanted = (0..<size.columns).map { looks(of: frame[column: $0, row: row], theme) }
        let shown = (0..<size.columns).map { column -> ShownCell? in
          // What stands behind the right half of a wide grapheme is the emulator's own affair.
          guard !frame[column: column, row: row].text.isEmpty else { return nil }
          var cell = emulator.cell(column: column, row: row)
          if cell.text.isEmpty { cell.text = " " }
          return cell
        }
        #expect(shown == wanted)
      }
    }
  }
}

extension Substring {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

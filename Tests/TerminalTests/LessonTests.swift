import Glibc
import Testing

/// The real program with the lesson it is shipped with, as a person meets it.
@Suite(.serialized)
struct LessonTests {
  private func start(
    _ arguments: [String] = ["two-tokens"], columns: Int = 80, rows: Int = 24,
    environment: [String: String?] = [:],
    showing text: String = "The dog ran quickly"
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      "attend", arguments: arguments, columns: columns, rows: rows, environment: environment)
    #expect(session.wait { $0.text.contains(text) && $0.row(rows - 1).contains("?") })
    return session
  }

  private func leave(_ session: TerminalSession) {
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0), "\(session.text)")
    #expect(session.terminalIsRestored)
  }

  @Test func `the first frame shows the lesson, its stages and the keys that work`() throws {
    let session = try start()
    #expect(session.row(0).contains("Two tokens"))
    #expect(session.row(1).contains("Context"))
    #expect(session.row(23).contains("STEP"))
    leave(session)
  }

  @Test func `the arrows step on and back`() throws {
    let session = try start()
    session.press(.right, .right)
    #expect(session.wait { $0.text.contains("what it looks for") })
    session.press(.left)
    #expect(session.wait { $0.text.contains("step 2 of 3") })
    leave(session)
  }

  @Test func `a number that is typed moves the weights and the output at once`() throws {
    let session = try start(["two-tokens:two-of-four"], showing: "two of the four")
    #expect(session.text.contains("0.42"))
    session.press(.tab)
    #expect(session.wait { $0.row(23).contains("EDIT") })
    session.press(.down, .right, .right)
    session.type("3.10")
    // 0.80 for dog, by NumPy, while the number is still being typed.
    #expect(session.wait { $0.row(20).contains("0.42→0.80") })
    session.press(.enter)
    #expect(session.wait { $0.text.contains("3.10*") && $0.row(21).contains("0.49→0.72") })
    session.type("u")
    #expect(session.wait { $0.row(20).contains("0.80→0.42") })
    session.type("\u{12}")
    #expect(session.wait { $0.row(20).contains("0.42→0.80") })
    session.type("x")
    #expect(session.wait { $0.row(20).contains("0.80→0.42") })
    session.press(.escape)
    leave(session)
  }

  @Test func `a number out of range is refused with the range, a comma is a decimal sign`() throws {
    let session = try start(["two-tokens:query"], showing: "one query")
    session.type("\t12\r")
    #expect(session.wait { $0.row(23).contains("-9.99") && $0.row(23).contains("9.99") })
    session.type("\u{15}0,5\r")
    #expect(session.wait { $0.text.contains("0.50*") })
    session.press(.escape)
    leave(session)
  }

  @Test func `why follows a number down to the inputs`() throws {
    let session = try start(["two-tokens:output"], showing: "weighted sum")
    session.type("w")
    #expect(session.wait { $0.text.contains("0.423×0.12 + 0.577×0.62") })
    session.type("\r\r")
    #expect(session.wait { $0.text.contains("0.22×0.54 + 0.64×0.36 + 0.73×0.74") })
    session.type("ww")
    session.press(.escape)
    leave(session)
  }

  @Test func `the language changes at the same step`() throws {
    let session = try start(["two-tokens:dog-sum"], showing: "Add the three")
    session.type("L")
    #expect(session.wait { $0.text.contains("Suma los tres productos") && $0.row(23).contains("PASO") })
    leave(session)
  }

  @Test(arguments: [("es_ES.UTF-8", "PASO"), ("en_GB.UTF-8", "STEP"), ("fr_FR.UTF-8", "STEP")])
  func `the language is that of the environment, or English`(locale: String, mode: String) throws {
    leave(try start(environment: ["LC_ALL": locale, "LANGUAGE": nil], showing: mode))
  }

  @Test func `every size is drawn anew and nothing is lost`() throws {
    let session = try start(["two-tokens:dog-sum"], showing: "Add the three")
    session.type("\t9")
    #expect(session.wait { $0.row(23).contains("EDIT") })
    for (columns, rows) in [(60, 16), (40, 10), (120, 36), (20, 5), (1, 1), (80, 24)] {
      session.resize(columns: columns, rows: rows)
      let text = columns < 40 ? "40 x 10" : "EDIT"
      // One cell has room for nothing.
      #expect(session.wait { columns < 20 || $0.text.contains(text) }, "\(columns)x\(rows)")
    }
    // The half-typed number is still there.
    #expect(session.wait { $0.row(23).contains("= 9") })
    session.press(.escape)
    session.press(.escape)
    leave(session)
  }

  @Test(arguments: ["vt100", "linux", "xterm", "xterm-256color", "tmux-256color", "xterm-kitty"])
  func `every terminal shows the same words`(term: String) throws {
    let session = try start(["two-tokens:bars"], environment: ["TERM": term], showing: "quickly")
    #expect(session.wait { $0.text.contains("0.42") && $0.text.contains("0.58") })
    session.type("\t+")
    #expect(session.wait { $0.text.contains("0.43") })
    session.press(.escape)
    leave(session)
  }

  @Test func `a terminal without colours gets none`() throws {
    for environment in [["NO_COLOR": "1"], ["TERM": "vt100"]] {
      let session = try start(["two-tokens:bars"], environment: environment, showing: "quickly")
      for row in 0..<24 {
        for column in 0..<80 {
          let cell = session.emulator.cell(column: column, row: row)
          #expect(cell.foreground == nil && cell.background == nil, "\(environment), \(column), \(row)")
        }
      }
      leave(session)
    }
  }

  /// A switch before the variable of the program, that before NO_COLOR, which counts if it is not empty, whatever it is.
  @Test(
    arguments: [
      (["NO_COLOR": "0"], [], false), (["NO_COLOR": ""], [], true),
      (["NO_COLOR": "1"], ["--color", "always"], true),
      (["NO_COLOR": "1", "ATTEND_COLOR": "always"], [], true), ([:], ["--color", "never"], false),
      (["ATTEND_COLOR": "always"], ["--color", "never"], false),
      (["NO_COLOR": ""], ["--color", "auto"], true), (["TERM": "vt100"], ["--color", "always"], false),
    ] as [([String: String], [String], Bool)])
  func `who asks for colours or for none gets that`(
    environment: [String: String], options: [String], hasColors: Bool
  ) throws {
    let session = try start(
      ["two-tokens:bars"] + options, environment: environment, showing: "quickly")
    let cells = (0..<24).flatMap { row in (0..<80).map { session.emulator.cell(column: $0, row: row) } }
    #expect(cells.contains { $0.foreground != nil || $0.background != nil } == hasColors)
    // Attributes stay, since a full screen needs them.
    #expect(cells.contains { $0.isReversed || $0.isBold })
    leave(session)
  }

  @Test func `a locale without UTF-8 gets ASCII alone`() throws {
    let session = try start(
      ["two-tokens:dog-sum", "--lang", "es"], environment: ["LANG": "C"], showing: "Suma los tres")
    #expect(session.text.contains("puntuacion"))
    leave(session)
    #expect(session.output.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it with the terminal as it was`(signal: Int32) throws {
    let session = try start()
    session.signal(signal)
    #expect(session.waitForEnd() == .killed(signal: signal))
    #expect(session.terminalIsRestored)
  }

  @Test func `Control-C ends it`() throws {
    let session = try start()
    session.type("\u{3}")
    #expect(session.waitForEnd() == .killed(signal: SIGINT))
    #expect(session.terminalIsRestored)
  }

  @Test func `Control-Z gives the terminal back until fg`() throws {
    let session = try start()
    session.type("\u{1A}")
    #expect(session.wait { $0.stops == 1 && $0.terminalIsRestored })
    session.bringToForeground()
    #expect(session.wait { $0.row(23).contains("Welcome back") && $0.row(0).contains("Two tokens") })
    leave(session)
  }

  @Test func `a window that closes ends it`() throws {
    let session = try start()
    session.closeWindow()
    #expect(session.waitForEnd() != nil)
  }

  @Test func `a paste changes nothing and says so`() throws {
    let session = try start()
    session.paste("qq\n5\t")
    #expect(session.wait { $0.row(23).contains("Pasted text is ignored") })
    #expect(session.end == nil)
    leave(session)
  }

  @Test func `Escape alone is harmless, and q after it still asks`() throws {
    let session = try start()
    session.press(.escape)
    session.rest()
    session.type("q")
    #expect(session.wait { $0.row(23).contains("Quit?") })
    session.type("z")
    #expect(session.wait { $0.row(23).contains("STEP") && !$0.row(23).contains("Quit?") })
    leave(session)
  }

  @Test func `at rest it writes nothing and does not wake`() throws {
    let session = try start()
    #expect(
      session.wait {
        let before = ($0.output.count, $0.wakings)
        $0.rest()
        return before == ($0.output.count, $0.wakings)
      })
    #expect(session.wakings != nil)
    leave(session)
  }

  @Test(arguments: ["no-such-terminal", "xterm\u{1B}]0;x\u{7}"])
  func `a terminal that cannot be used is said in one line, without an escape`(term: String) throws {
    let session = try TerminalSession("attend", environment: ["TERM": term])
    #expect(session.waitForEnd() == .exited(69))
    #expect(!session.output.contains(0x1B))
    #expect(session.outputText.hasPrefix("attend: "))
    #expect(session.outputText.filter(\.isNewline).count == 1)
  }
}

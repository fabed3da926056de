import Testing

/// Keys on their way from the keyboard through the terminal to the program.
@Suite(.serialized)
struct TypingTests {
  private func start(_ environment: [String: String?] = [:]) throws -> TerminalSession {
    let session = try TerminalSession("screen-probe", environment: environment)
    #expect(session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes })
    return session
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "vt100", "linux"])
  func `the keys of the keyboard arrive by name`(terminal: String) throws {
    let session = try start(["TERM": terminal])
    session.press(.up, .down, .left, .right, .home, .end)
    #expect(session.wait { $0.row(3) == "events up down left right home end" })
    session.press(.pageUp, .pageDown, .delete, .backspace, .enter, .tab)
    #expect(session.wait { $0.row(3) == "events pageUp pageDown delete backspace enter tab" })
    session.press(.function(1), .function(5), .function(12))
    #expect(session.wait { $0.row(3).hasSuffix("F1 F5 F12") })
  }

  @Test func `Escape alone arrives without another key`() throws {
    let session = try start()
    session.press(.escape)
    #expect(session.wait { $0.row(3) == "events escape" })
  }

  @Test func `a sequence that comes in pieces is one key`() throws {
    let session = try start()
    session.type("\u{1B}[")
    session.rest()
    session.type("6~a")
    #expect(session.wait { $0.row(3) == "events pageDown a" })
  }

  @Test func `control keys are keys, and Ctrl-S does not freeze the screen`() throws {
    let session = try start()
    session.type("\u{13}\u{11}\u{12}\u{16}\u{8}\n")
    #expect(session.wait { $0.row(3) == "events ^s ^q ^r ^v backspace enter" })
  }

  @Test func `a paste is one key and none of its letters acts`() throws {
    let session = try start()
    session.paste("q!\r\n0,5\u{1B}[A")
    #expect(session.wait { $0.row(3) == "events paste(q!|0,5[A)" })
  }

  @Test func `a paste longer than what the terminal holds at once stays one`() throws {
    let session = try start()
    session.paste(String(repeating: "0.5 ", count: 10_000))
    session.type("z")
    #expect(session.wait { $0.row(3).hasPrefix("events paste(0.5 0.5 ") })
    #expect(session.row(2) == "frames 2" || session.row(2) == "frames 3")
  }

  @Test func `keys that come together are painted together`() throws {
    let session = try start()
    session.type(String(repeating: "a", count: 30))
    #expect(session.wait { $0.row(3) == "events a a a a a a" })
    #expect(session.row(2) == "frames 2")
  }

  @Test func `a key changes only what it changes on the screen`() throws {
    let session = try start()
    let written = session.output.count
    session.type("a")
    #expect(session.wait { $0.row(3) == "events a" })
    #expect(session.output.count - written < 40)
  }

  @Test func `bytes that are no text are dropped and what follows counts`() throws {
    let session = try start()
    session.send([0xFF, 0xC3, 0x28, 0x80] + Array("ñ".utf8))
    #expect(session.wait { $0.row(3) == "events ( ñ" })
  }
}

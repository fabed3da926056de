import Glibc
import Testing

/// However the program ends, the terminal is as it was and the status says what happened.
@Suite(.serialized)
struct EndingTests {
  private func start() throws -> TerminalSession {
    let session = try TerminalSession("screen-probe")
    let isReady = session.wait {
      $0.row(2) == "frames 1" && $0.emulator.bracketsPastes && $0.emulator.mouse == .clicks
    }
    #expect(isReady)
    return session
  }

  private func expectEnd(_ session: TerminalSession, by signal: Int32) {
    #expect(session.endLeavingNoTrace() == .killed(signal: signal))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2])
  func `a signal that asks for the end is told, and seen by the parent`(signal: Int32) throws {
    let session = try start()
    session.signal(signal)
    expectEnd(session, by: signal)
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
  func `keys that are signals end the program`(key: String, signal: Int32) throws {
    let session = try start()
    session.type(key)
    expectEnd(session, by: signal)
  }

  @Test func `several signals at once end the program once`() throws {
    let session = try start()
    for signal in [SIGINT, SIGHUP, SIGTERM, SIGTERM] { session.signal(signal) }
    let end = session.waitForEnd()
    #expect([SIGINT, SIGHUP, SIGTERM].contains { end == .killed(signal: $0) })
    #expect(session.terminalIsRestored)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGSEGV, SIGABRT])
  func `a signal at any moment of the start leaves the terminal as it was`(signal: Int32) throws {
    for moment in 0..<25 {
      let session = try TerminalSession("screen-probe")
      usleep(UInt32(moment) * 400)
      session.signal(signal)
      expectEnd(session, by: signal)
    }
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func `a crash gives the terminal back and leaves the last words`(signal: Int32) throws {
    let session = try start()
    session.signal(signal)
    expectEnd(session, by: signal)
    #expect(session.outputText.hasSuffix("last words\r\n"))
  }

  @Test func `a mistake in the program gives the terminal back and can be read`() throws {
    let session = try start()
    session.type("!")
    expectEnd(session, by: trapSignal)
    #expect(session.outputText.contains("Index out of range"))
  }

  @Test func `the message of a fatal error outlives the screen`() throws {
    let session = try start()
    session.type("$")
    expectEnd(session, by: trapSignal)
    #expect(session.outputText.contains("said before the end"))
    #expect(session.outputText.hasSuffix("last words\r\n"))
  }

  @Test func `a stack without end gives the terminal back`() throws {
    let session = try start()
    session.type("%")
    expectEnd(session, by: SIGSEGV)
  }

  @Test func `a crash in the middle of a frame leaves no mode behind`() throws {
    let session = try TerminalSession("screen-probe", environment: ["TERM": "foot"])
    let isReady = session.wait { $0.row(2) == "frames 1" && $0.emulator.mouse == .clicks }
    #expect(isReady)
    session.type("@")
    #expect(session.wait { !$0.emulator.showsCursor })
    session.type("#")
    expectEnd(session, by: SIGSEGV)
    #expect(session.outputText.contains("\u{1B}[?2026l\u{1B}[?2004l"))
  }

  @Test func `remarks on standard error wait for the end of the screen`() throws {
    let session = try start()
    session.type("&")
    #expect(session.wait { $0.row(3) == "events &" })
    #expect(!session.outputText.contains("a remark"))
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.outputText.hasSuffix("a remark\r\n"))
    #expect(session.terminalIsRestored)
  }

  @Test func `a program that has stopped listening can still be ended`() throws {
    let session = try start()
    session.type("~")
    #expect(session.wait { $0.row(0) == "deaf" })
    #expect(
      session.wait {
        $0.signal(SIGTERM)
        return $0.end != nil
      })
    expectEnd(session, by: SIGTERM)
  }

  @Test func `a program whose terminal takes nothing any more can still be ended`() throws {
    let session = try TerminalSession("screen-probe", columns: 300, rows: 100)
    #expect(session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes })
    // More frames than a terminal keeps for a window that shows none.
    for round in 0..<1000 {
      session.resize(columns: 300 - round % 2, rows: 100)
      usleep(2000)
    }
    var end = TerminalSession.End?.none
    for _ in 0..<3 where end == nil {
      session.signal(SIGTERM)
      end = session.waitForEndUnread(patience: .seconds(5))
    }
    #expect(end == .killed(signal: SIGTERM))
  }

  @Test func `a signal that the caller wants ignored is ignored`() throws {
    let probe = TerminalSession.path(of: "screen-probe")
    let session = try TerminalSession("/bin/sh", arguments: ["-c", "trap '' HUP; exec \(probe)"])
    #expect(session.wait { $0.row(2) == "frames 1" && $0.emulator.bracketsPastes })
    session.signal(SIGHUP)
    session.type("a")
    #expect(session.wait { $0.row(3) == "events a" })
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
  }
}

/// The signal by which Swift stops a program.
#if arch(arm64)
  private let trapSignal = SIGTRAP
#else
  private let trapSignal = SIGILL
#endif

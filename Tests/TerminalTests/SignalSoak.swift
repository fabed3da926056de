import Glibc
import Soak
import Testing

/// The real program and every signal: saved, the terminal as it was, and the parent sees which one it was.
@Suite(.serialized)
struct SignalSoak {
  private static let ending: [Int32] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO,
    SIGPWR,
    SIGSTKFLT,
    // The first, one in the middle and the last of those without a name.
    34, 50, 64,
  ]
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS]

  private func start(_ state: TemporaryFolder = TemporaryFolder()) throws -> TerminalSession {
    let session = try TerminalSession("attend", arguments: ["two-tokens:query"], state: state)
    #expect(session.wait { $0.text.contains("looks for") })
    return session
  }

  @Test(arguments: ending)
  func `a signal that ends it ends neither what was learnt nor the terminal`(signal: Int32) throws {
    let state = TemporaryFolder()
    let session = try start(state)
    session.type("\t0.55\r")
    #expect(session.wait { $0.text.contains("0.55*") })
    session.signal(signal)
    #expect(session.endLeavingNoTrace() == .killed(signal: signal))
    #expect(state.read("attend/progress")?.contains("= 0.55\n") == true)
  }

  @Test(arguments: crashes)
  func `a crash says where the progress is, and what was saved is there`(signal: Int32) throws {
    let state = TemporaryFolder()
    let session = try start(state)
    session.press(.right)
    #expect(session.wait { _ in state.read("attend/progress")?.contains("step keys\n") == true })
    session.signal(signal)
    #expect(session.endLeavingNoTrace() == .killed(signal: signal))
    #expect(session.outputText.contains("attend: an error in the program ended it"))
    #expect(session.outputText.hasSuffix("your progress is in \(state.path)/attend/progress\r\n"))
    #expect(state.read("attend/progress")?.hasSuffix("end\n") == true)
  }

  @Test func `a signal that means nothing to a program means nothing to it`() throws {
    let session = try start()
    for signal in [SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGXFSZ] { session.signal(signal) }
    session.press(.right)
    #expect(session.wait { $0.text.contains("what each token offers") })
    session.type("qq")
    #expect(session.endLeavingNoTrace() == .exited(0))
  }

  @Test func `up to three signals at any moment leave no trace`() throws {
    let count = rounds(40, soak: 1000)
    let progress = Progress("signals at random moments", of: count)
    for round in 1...count {
      let state = TemporaryFolder()
      let session: TerminalSession
      if round.isMultiple(of: 3) {
        // At any moment of its start.
        session = try TerminalSession("attend", arguments: ["two-tokens:query"], state: state)
        usleep(.random(in: 0..<300_000))
      } else {
        session = try start(state)
        let keys = ["\t", "+", "\u{1B}[C", "\u{1B}[D", "0.5\r", "w", "L", "T", "u", "?"]
        session.type((0..<8).map { _ in keys.randomElement() ?? "" }.joined())
        usleep(.random(in: 0..<20_000))
      }
      let signals = (0..<Int.random(in: 1...3)).map { _ in
        (Self.ending + Self.crashes).randomElement() ?? SIGTERM
      }
      for signal in signals { session.signal(signal) }
      let end = session.endLeavingNoTrace("\(signals)")
      #expect(signals.contains { end == .killed(signal: $0) }, "\(signals): \(String(describing: end))")
      #expect(state.read("attend/progress")?.hasSuffix("end\n") != false)
      progress.finished(round)
    }
  }

  @Test func `a signal while it is leaving leaves no trace either`() throws {
    for _ in 0..<rounds(10, soak: 200) {
      let session = try start()
      session.type("qq")
      usleep(.random(in: 0..<20_000))
      let signal = Self.ending.randomElement() ?? SIGTERM
      session.signal(signal)
      let end = session.endLeavingNoTrace("\(signal)")
      #expect(end == .exited(0) || end == .killed(signal: signal), "\(String(describing: end))")
    }
  }
}

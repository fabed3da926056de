import Testing

@Suite(.serialized)
struct FirstFrameTests {
  @Test func `the first frame is what was painted`() throws {
    let session = try TerminalSession("screen-probe")
    #expect(session.wait { $0.row(23).hasPrefix("====") })
    #expect(session.row(0) == "size 80x24 full UTF-8")
    #expect(session.row(1) == "query     focus     under     aé→界z")
    session.type("q")
    #expect(session.waitForEnd() == .exited(0))
    #expect(session.terminalIsRestored)
  }
}

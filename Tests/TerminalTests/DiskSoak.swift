import Glibc
import Soak
import Testing

/// The real program on a disk that fails, or killed by the system, at each single call on the files of its progress.
@Suite(.serialized)
struct DiskSoak {
  private static let old =
    "attend progress 1\n\nlast two-tokens\n\nlesson two-tokens\n  step query\n  furthest query\n\nend\n"

  /// What happens at one call, and whether at every later one as well.
  private struct Fault {
    var call: Int
    var error: Int32
    var isLasting = false

    var variables: [String: String?] {
      ["FAIL_AT": "\(call)", "FAIL_WITH": "\(error)", "FAIL_LASTING": isLasting ? "1" : nil]
    }
  }

  private static func prepared() -> TemporaryFolder {
    let state = TemporaryFolder()
    state.write(old, to: "attend/progress")
    return state
  }

  private func start(in state: TemporaryFolder, _ fault: Fault? = nil, tally: String? = nil) throws
    -> TerminalSession
  {
    let library = TerminalSession.path(of: "libfailing-calls.so")
    #expect(access(library, R_OK) == 0)
    var variables: [String: String?] = [
      "LD_PRELOAD": library, "FAIL_BELOW": "\(state.path)/attend", "FAIL_TALLY": tally,
      "XDG_RUNTIME_DIR": nil,
    ]
    variables.merge(fault?.variables ?? [:]) { $1 }
    return try TerminalSession("attend", arguments: ["two-tokens"], environment: variables, state: state)
  }

  /// One step on, and out; how it ended.
  private func play(_ session: TerminalSession, _ comment: Comment) -> TerminalSession.End? {
    #expect(session.wait { $0.end != nil || $0.text.contains("STEP") }, comment)
    session.press(.right)
    // Where the file could not be read the lesson begins anew.
    #expect(
      session.wait {
        $0.end != nil || $0.text.contains("what each token offers") || $0.text.contains("step 2 of 3")
      }, comment)
    session.type("qq")
    return session.endLeavingNoTrace(comment)
  }

  /// How many calls the program makes from its start to its end.
  private func callCount() throws -> Int {
    let state = Self.prepared()
    let session = try start(in: state, tally: "\(state.path)/tally")
    #expect(play(session, "without a fault") == .exited(0))
    #expect(state.read("attend/progress")?.contains("step keys\n") == true)
    let count = state.read("tally")?.utf8.count ?? 0
    #expect(count > 20)
    return count
  }

  /// What the next start finds: no draft is left, and the step is the old or the new one.
  private func nextStart(in state: TemporaryFolder, _ comment: Comment) throws {
    let session = try TerminalSession("attend", arguments: ["two-tokens"], state: state)
    #expect(session.wait { $0.text.contains("STEP") }, comment)
    #expect(!session.text.contains("damaged"), comment)
    let steps = ["looks for", "what each token offers", "step 2 of 3"]
    #expect(session.wait { session in steps.contains { session.text.contains($0) } }, comment)
    session.type("qq")
    #expect(session.endLeavingNoTrace(comment) == .exited(0), comment)
    for draft in ["new", "bak.new"] { #expect(state.read("attend/progress.\(draft)") == nil, comment) }
  }

  @Test func `killed at any call it leaves the old file or the new one`() throws {
    let count = try callCount()
    let progress = Progress("kills at a call", of: count)
    for call in stride(from: Int.random(in: 0..<rounds(4, soak: 1)), to: count, by: rounds(4, soak: 1)) {
      let state = Self.prepared()
      let session = try start(in: state, Fault(call: call, error: 0))
      #expect(session.wait { $0.end != nil || $0.text.contains("STEP") })
      session.press(.right)
      session.type("qq")
      #expect(session.waitForEnd() == .killed(signal: SIGKILL), "call \(call)")
      try nextStart(in: state, "call \(call)")
      progress.finished(call + 1)
    }
  }

  @Test func `with an error at any call the lesson goes on, and nothing that was saved is lost`() throws {
    let errors = [ENOSPC, EIO, EROFS, EDQUOT, EACCES, EINTR]
    let count = try callCount()
    let progress = Progress("errors at a call", of: count)
    for call in stride(from: Int.random(in: 0..<rounds(3, soak: 1)), to: count, by: rounds(3, soak: 1)) {
      for (index, error) in errors.enumerated() where isSoak || index == call / 3 % errors.count {
        // A call that is always interrupted would be made for ever.
        for isLasting in error == EINTR ? [false] : isSoak ? [false, true] : [call % 2 == 0] {
          let comment: Comment = "error \(error) at call \(call)\(isLasting ? " and later" : "")"
          let state = Self.prepared()
          let session = try start(in: state, Fault(call: call, error: error, isLasting: isLasting))
          let end = play(session, comment)
          #expect(end == .exited(0) || end == .exited(74), comment)
          let text = state.read("attend/progress")
          if end == .exited(0) {
            #expect(
              text?.contains("step keys\n") == true || text?.contains("step not-alone\n") == true, comment)
            #expect(
              text?.contains("furthest query\n") == true || text?.contains("furthest keys\n") == true, comment
            )
          }
          if end == .exited(74) {
            #expect(isLasting, comment)
            #expect(session.outputText.contains("attend: your progress is not saved: "), comment)
            #expect(text == Self.old, comment)
            // It was said on the screen too.
            #expect(session.outputText.contains("not saved"), comment)
          }
          if error == EINTR { #expect(text?.contains("step keys\n") == true, comment) }
          try nextStart(in: state, comment)
        }
      }
      progress.finished(call + 1)
    }
  }
}

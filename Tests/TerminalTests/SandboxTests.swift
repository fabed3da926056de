import Glibc
import Testing

/// A sentence that the learner types, from the course menu to a folder of its own.
@Suite(.serialized)
struct SandboxTests {
  @Test func `a sentence is typed, changed, saved as a lesson, and there again the next day`() throws {
    let folder = TemporaryFolder()
    var session = try TerminalSession("attend", arguments: ["sandbox"])
    #expect(session.wait { $0.text.contains("The, cat, drinks, milk") })
    session.type("N")
    #expect(session.wait { $0.text.contains("A sentence of your own") })
    session.type("\u{15}solo")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("Type 2 to 8 tokens") })
    session.type(" el niño duerme")
    session.press(.enter)
    #expect(session.wait { $0.text.contains("solo, el, niño, duerme: 4 tokens") })

    session.press(.right, .tab, .down)
    session.type("9")
    session.press(.enter, .escape)
    #expect(session.wait { $0.text.contains("9.00*") && $0.row(23).contains("STEP") })
    let path = folder.path + "/mine"
    session.type("S\u{15}" + path)
    session.press(.enter)
    #expect(session.wait { $0.text.contains("Saved. It opens with: attend") })
    #expect(folder.read("mine/lesson.yaml")?.contains("tokens: [solo, el, 'niño', duerme]") == true)
    #expect(folder.read("mine/lesson.yaml")?.contains("9.00") == true)
    session.type("S\u{15}" + path)
    session.press(.enter)
    #expect(session.wait { $0.text.contains("There is something called") })
    session.press(.escape)
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    let saved = session.state.read("attend/progress")
    #expect(saved?.contains("sentence 3 1 \"solo el niño duerme\"") == true)

    let state = session.state
    session = try TerminalSession("attend", state: state)
    #expect(session.wait { $0.text.contains("9.00*") && $0.text.contains("niño") })
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    session = try TerminalSession("attend", arguments: [path])
    #expect(session.wait { $0.text.contains("solo el niño duerme") })
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
  }
}

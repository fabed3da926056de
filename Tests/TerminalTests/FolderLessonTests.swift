import Glibc
import Testing

/// A lesson from a folder, while its writer works on it.
@Suite(.serialized)
struct FolderLessonTests {
  /// The lesson that `attend new` makes, in a folder of this name.
  private func make(_ name: String, in parent: TemporaryFolder) throws {
    for file in ["lesson.yaml", "en.md", "es.md"] {
      let starter = try #require(text(ofFile: packageFile("Lessons/starter/\(file)")))
      parent.write(starter, to: "\(name)/\(file)")
    }
  }

  @Test func `what is saved shows at once, at the same step and with the same numbers`() throws {
    let folder = TemporaryFolder()
    try make("mine", in: folder)
    let lesson = try #require(folder.read("mine/lesson.yaml"))
    let words = try #require(folder.read("mine/en.md"))

    let session = try TerminalSession("attend", arguments: [folder.path + "/mine"])
    #expect(session.wait { $0.text.contains("Cats sleep") })
    session.press(.right)
    #expect(session.wait { $0.text.contains("How well does cats fit?") })
    session.press(.tab)
    session.type("3")
    session.press(.enter, .escape)
    #expect(session.wait { $0.text.contains("3.00*") && $0.text.contains("0.80") })

    folder.write(lesson.replacing("0.80, 0.40", with: "0.70, 0.40"), to: "mine/lesson.yaml")
    #expect(session.wait { $0.text.contains("0.70") && $0.text.contains("The lesson was read again.") })
    #expect(session.text.contains("3.00*") && session.text.contains("How well does cats fit?"))

    folder.write(lesson.replacing("softmax(S)", with: "softmx(S)"), to: "mine/lesson.yaml")
    #expect(session.wait { $0.text.contains("lesson.yaml:11:6: there is no") })
    #expect(session.text.contains("0.70"))
    session.press(.right)
    #expect(session.wait { $0.text.contains("The softmax makes shares") })

    folder.write(lesson, to: "mine/lesson.yaml")
    #expect(session.wait { $0.text.contains("The lesson was read again.") })
    folder.write(words.replacing("makes shares", with: "makes parts"), to: "mine/en.md")
    #expect(session.wait { $0.text.contains("The softmax makes parts") })
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    // Under the folder's name, without taking the place of the lesson to go on with.
    let saved = session.state.read("attend/progress")
    #expect(saved?.contains("attend progress 1\n\nlesson mine\n  step weights\n") == true)
  }

  @Test func `a folder that has the name of a lesson is not taken for it`() throws {
    let folder = TemporaryFolder()
    try make("two-tokens", in: folder)
    let session = try TerminalSession("attend", arguments: [folder.path + "/two-tokens:weights"])
    #expect(session.wait { $0.text.contains("The softmax makes shares") })
    session.press(.right)
    #expect(session.wait { $0.text.contains("Each value, times its weight") })
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    let saved = session.state.read("attend/progress")
    #expect(saved?.contains("lesson folder:two-tokens\n  step output\n") == true)
  }
}

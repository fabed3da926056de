import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `without a terminal one line says so, with status 69 and no escape`() throws {
    let run = try attend()
    #expect(run.status == 69)
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("attend: ") && run.error.filter(\.isNewline).count == 1)
    #expect(!run.error.contains("\u{1B}"))
  }

  @Test func `help and version succeed on standard output`() throws {
    for argument in ["--help", "-h", "--version", "help"] {
      let run = try attend(argument)
      #expect(run.status == 0)
      #expect(!run.output.isEmpty && run.error.isEmpty)
    }
    #expect(try attend("--help").output.contains("attend compute two-tokens --set"))
  }

  @Test func `output that cannot be written is an error`() throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec '\(productFolder)/attend' compute two-tokens > /dev/full 2> /dev/null"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }

  @Test func `the list names the lessons in both languages`() throws {
    #expect(try attend("list").output.contains("Two tokens: Compute one attention output by hand."))
    #expect(try attend("list", "--lang", "es").output.contains("Dos tokens"))
  }

  @Test func `a frame is what the keys make of the screen`() throws {
    let run = try attend("frame", "two-tokens:two-of-four", "--keys", "Tab Down Right Right \"3.10\" Enter")
    #expect(run.output.contains("0.42→0.80"))
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    let spanish = try attend("frame", "two-tokens", "--lang", "es", "--size", "60x16")
    #expect(spanish.output.contains("PASO"))
  }

  @Test(arguments: [("ansi", "\u{1B}["), ("svg", "<svg"), ("html", "<pre")])
  func `a frame comes in other formats`(format: String, sign: String) throws {
    #expect(try attend("frame", "two-tokens", "--format", format).output.contains(sign))
  }

  @Test func `ASCII frames hold nothing but ASCII`() throws {
    let run = try attend("frame", "two-tokens:dog-sum", "--glyphs", "ascii", "--lang", "es")
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `the shipped lessons are right`() throws {
    let run = try attend("check", packageFolder.appending(path: "Lessons").path())
    #expect(run.output.isEmpty && run.status == 0)
  }

  @Test func `a wrong lesson is said with its place and status 65`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: packageFolder.appending(path: "Lessons/two-tokens"), to: folder)
    let file = folder.appending(path: "lesson.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("softmax(S)", with: "softmx(S)").write(to: file, atomically: true, encoding: .utf8)
    let run = try attend("check", folder.path())
    #expect(run.status == 65)
    #expect(run.output.contains("there is no operation called softmx; did you mean softmax?"))
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("softmax(S)") })
    #expect(run.output.contains("lesson.yaml:\(line + 1):6: "))
  }

  @Test func `what cannot be opened has status 66`() throws {
    #expect(try attend("check", "/no/such/folder").status == 66)
    #expect(try attend("list", "--lessons", "/dev/null").status == 66)
  }
}

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

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

  @Test(arguments: ["two-tokens", "next-token", "order"], ["dark", "light", "contrast", "mono"])
  func `pictures are well-formed, in every look`(lesson: String, theme: String) throws {
    for keys in ["", "Right*9 Tab +", "c", "? ", "Right*14 r"] {
      let picture = ["frame", lesson, "--keys", keys, "--theme", theme, "--lang", "es", "--format"]
      let svg = try attend(picture + ["svg"]).output
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      let html = try attend(picture + ["html"]).output
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"es\">\n<meta charset=\"utf-8\">\n<title>"))
      // But for the two elements that need no end, the page is XML as well.
      let element = try #require(html.range(of: "<pre").map { html[$0.lowerBound...] })
      #expect(XMLParser(data: Data(element.utf8)).parse())
    }
  }

  @Test func `the pictures of the README are those that make pictures draws`() throws {
    let makefile = try String(contentsOf: packageFolder.appending(path: "Makefile"), encoding: .utf8)
      .replacing("\\\n", with: " ")
    let commands = makefile.split(separator: "\n").filter { $0.contains("> docs/pictures/") }
    let readme = try String(contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
    #expect(commands.count == 5)
    for command in commands {
      let parts = command.split(separator: " > ")
      let file = String(parts[1])
      #expect(readme.contains("(\(file))"))
      let shell = Process()
      let output = Pipe()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", String(parts[0]).replacing("$(BINARY)", with: "'\(productFolder)/attend'")]
      shell.standardOutput = output
      try shell.run()
      let drawn = output.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      #expect(try Data(contentsOf: packageFolder.appending(path: file)) == drawn, "\(file): make pictures")
    }
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

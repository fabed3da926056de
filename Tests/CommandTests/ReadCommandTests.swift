import Foundation
import Testing

@Suite struct ReadCommandTests {
  private let state = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
  private var environment: [String: String] { ["XDG_STATE_HOME": state.path()] }
  private var progress: String? {
    try? String(contentsOf: state.appending(path: "attend/progress"), encoding: .utf8)
  }

  private func clean() { try? FileManager.default.removeItem(at: state) }

  /// Runs the program in a shell, which can close and redirect what it uses.
  private func status(of command: String) throws -> Int32 {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-o", "pipefail", "-c", "'\(productFolder)/attend' \(command) 2> /dev/null"]
    shell.environment = ["LANG": "C.UTF-8", "XDG_STATE_HOME": state.path()]
    shell.standardInput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    return shell.terminationStatus
  }

  @Test func `lines from a pipe are answered without a prompt, and the end of them ends it well`() throws {
    let run = try attend(["read", "two-tokens:query", "--fresh"], input: "\nset K[dog,3] 0,5\nback")
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(run.output.contains("\n\nStep 5 of "))
    #expect(run.output.contains("\n\nChanged:\nK[dog,3] 0.74 → 0.50\n"))
    #expect(run.output.hasSuffix("Q quickly: d1 0.22, d2 0.64, d3 0.73\n"))
    #expect(!run.output.contains("> ") && !run.output.contains("\u{1B}") && !run.output.contains("\r"))
  }

  @Test func `the default command reads too, and quit ends it before the input does`() throws {
    let run = try attend(["--plain", "--fresh", "--lang", "es", "two-tokens"], input: "salir\nnext\n")
    #expect(run.status == 0)
    // The ten lessons of the course, and the sandbox after them.
    #expect(run.output.contains("Lección 1 de 11"))
    #expect(!run.output.contains("Paso 2"))
  }

  @Test func `who begins hears the course, and who comes back is where they stopped`() throws {
    defer { clean() }
    let first = try attend(["read"], environment: environment, input: "\n\n\n\nQ[quickly,1] 0.5\n")
    #expect(first.output.contains("An empty line begins lesson 1: Two tokens."))
    #expect(progress?.contains("step query\n") == true && progress?.contains("= 0.5\n") == true)
    let second = try attend(["read"], environment: environment, input: "")
    #expect(second.output.contains("You stopped here last time."))
    #expect(second.output.contains("Q quickly: d1 0.50 (edited)"))
    let other = try attend(["read", "scaling:p1"], environment: environment, input: "2\n\nquit\n")
    #expect(other.output.contains("Your answer is 2"))
    #expect(progress?.contains("lesson scaling\n") == true && progress?.contains("step query\n") == true)
    #expect(try attend(["list"], environment: environment).output.contains("1 of 3 questions"))
  }

  @Test func `the form of the sandbox is typed line by line, and its lesson saved`() throws {
    defer { clean() }
    try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
    let folder = state.appending(path: "mine").path()
    let lines = [
      "sentence", "sentence solo", "sentence solo el niño duerme", "dimensions 2", "dimensions 12", "seed 9",
      "seed z", "go arrows", "Q[duerme,1] 1.25", "save", "save \(folder)", "save \(folder)", "quit",
    ]
    let run = try attend(
      ["read", "sandbox"], environment: environment, input: lines.joined(separator: "\n") + "\n")
    #expect(run.status == 0 && run.error.isEmpty)
    for sentence in [
      "The sandbox is made from: The cat drinks milk. Dimensions: 3. Seed: 1.",
      "Type 2 to 8 tokens, with blanks between them.", "solo, el, niño, duerme: 4 tokens.",
      "Type a number of dimensions from 1 to 8.", "drawn with the seed 9 and", "“z” is not a number",
      "Q duerme, K solo:", "Name a new folder, as in save solo-el-ni-o-duerme.",
      "Saved. It opens with: attend \(folder)", "There is something called \(folder) already",
    ] { #expect(run.output.contains(sentence), "\(sentence)") }
    #expect(progress?.contains("sentence 2 9 \"solo el niño duerme\"") == true)
    let yaml = try String(contentsOfFile: folder + "/lesson.yaml", encoding: .utf8)
    #expect(yaml.contains("tokens: [solo, el, 'niño', duerme]") && yaml.contains("1.25"))
    #expect(try attend("check", folder).status == 0)
  }

  @Test func `outside of the sandbox its words say where it is`() throws {
    for (line, answer) in [("frase a b", "escribe ir sandbox"), ("guardar x", "escribe ir sandbox")] {
      let run = try attend(["read", "two-tokens", "--fresh", "--lang", "es"], input: line + "\n")
      #expect(run.output.contains(answer))
    }
    let folder = packageFolder.appending(path: "Lessons/scaling").path()
    #expect(
      try attend(["read", folder, "--fresh"], input: "seed 2\n").output.contains(
        "This course has no sandbox."))
  }

  @Test func `a language is read when it is asked for`() throws {
    let run = try attend(["read", "--fresh", "two-tokens"], input: "language es\natrás\nlanguage en\n")
    #expect(run.output.contains("Etapa 1 de 9: Contexto."))
    #expect(run.output.contains("Este es el primer paso"))
    #expect(run.output.contains("Stage 1 of 9: Context."))
  }

  @Test func `in a locale without UTF-8 it is ASCII, and letters of that locale are understood`() throws {
    let run = try attend(
      ["read", "two-tokens:query", "--fresh", "--lang", "es"], environment: ["LANG": "C"],
      input: "atr\u{E1}s\n")
    #expect(run.status == 0 && run.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(run.output.contains("Paso 3 de"))
  }

  @Test func `output that cannot be written is an error, and what was learnt is kept`() throws {
    defer { clean() }
    #expect(try status(of: "read two-tokens > /dev/full") == 74)
    #expect(try status(of: "read two-tokens >&-") == 74)
    #expect(try status(of: "read two-tokens <&-") == 66)
    #expect(try status(of: "--plain two-tokens >&-") == 74)
    #expect(progress?.contains("lesson two-tokens") == true)
  }

  @Test func `a reader who has heard enough ends it`() throws {
    #expect(try status(of: "read --fresh two-tokens < <(yes next) | head -n 3 > /dev/null") == 74)
  }

  @Test func `without a terminal the full screen names the way out`() throws {
    let run = try attend()
    #expect(run.status == 69 && run.output.isEmpty)
    #expect(run.error.contains("attend read"))
  }

  @Test func `what is not there is said as everywhere`() throws {
    #expect(try attend("read", "two-token").status == 64)
    #expect(try attend("read", "/no/such/lesson").status == 66)
    #expect(try attend("read", "--help").output.contains("screen readers"))
  }
}

import Foundation
import Testing

@Suite struct ProgressCommandTests {
  private let state = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
  private var environment: [String: String] { ["XDG_STATE_HOME": state.path()] }
  private var file: URL { state.appending(path: "attend/progress") }

  private let text = """
    attend progress 1
    last scaling

    lesson scaling
      step votes
      furthest votes

    lesson two-tokens
      step two-of-four
      furthest listen
      met c1
      answer p1 rises

    end

    """

  private func save(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func clean() { try? FileManager.default.removeItem(at: state) }

  @Test func `the list marks what is finished, counts, and says where progress is`() throws {
    defer { clean() }
    // The last step of the first lesson, by its list of steps.
    let yaml = try String(
      contentsOf: packageFolder.appending(path: "Lessons/two-tokens/lesson.yaml"), encoding: .utf8)
    let last = try #require(yaml.matches(of: #/\n      ([a-z0-9-]+):/#).last?.1)
    try save(text.replacing("furthest listen", with: "furthest \(last)"))
    let lines = try attend(["list"], environment: environment).output.split(separator: "\n")
    #expect(lines[0].hasPrefix("✓  1  two-tokens "))
    #expect(lines[1].hasSuffix("1 of 3 challenges, 1 of 2 questions"), "\(lines[1])")
    #expect(lines[2].hasPrefix("·  2  "))
    #expect(lines.last == "Progress: \(file.path())")
    let spanish = try attend(["list", "--lang", "es"], environment: environment).output
    #expect(spanish.contains("1 de 3 retos, 1 de 2 preguntas"))
    #expect(spanish.hasSuffix("\nProgreso: \(file.path())\n"))
    let fresh = try attend(["list", "--fresh"], environment: environment).output
    #expect(!fresh.contains("✓") && !fresh.contains("Progress:"))
  }

  @Test func `the list says what is wrong with the progress file, and leaves it alone`() throws {
    defer { clean() }
    try save("attend progress 2\n")
    let newer = try attend(["list"], environment: environment)
    #expect(newer.status == 0 && newer.output.contains("it is from a newer attend, so upgrade"))
    let spanish = try attend(["list", "--lang", "es"], environment: environment).output
    #expect(spanish.contains("El progreso no se puede leer de \(file.path()): es de un attend más nuevo"))
    try save("no progress")
    #expect(try attend(["list"], environment: environment).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == "no progress")
    #expect(try attend(["list"]).output.contains("Progress is not kept: HOME names no folder."))
    #expect(try attend(["list", "--lang", "es"]).output.contains("El progreso no se guarda: HOME no indica"))
  }

  @Test func `without a terminal the progress file is left alone`() throws {
    defer { clean() }
    try save("no progress")
    #expect(try attend([], environment: environment).status == 69)
    #expect(try String(contentsOf: file, encoding: .utf8) == "no progress")
  }

  @Test func `without a terminal reset wants a yes`() throws {
    defer { clean() }
    try save(text)
    let run = try attend(["reset"], environment: environment)
    #expect(run.status == 64 && run.error.contains("--yes"))
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func `reset forgets what it says and keeps a copy`() throws {
    defer { clean() }
    try save(text)
    let run = try attend(["reset", "two-tokens", "--yes"], environment: environment)
    #expect(run.status == 0)
    #expect(run.output.contains("Your progress in two-tokens is forgotten."))
    #expect(run.output.contains(file.path() + ".before-reset"))
    let rest = try String(contentsOf: file, encoding: .utf8)
    #expect(rest.contains("lesson scaling") && rest.contains("last scaling") && !rest.contains("two-tokens"))
    for copy in [".bak", ".before-reset"] {
      #expect(try String(contentsOfFile: file.path() + copy, encoding: .utf8) == text)
    }
    #expect(try attend(["reset", "--yes"], environment: environment).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == "attend progress 1\n\nend\n")
    #expect(
      try attend(["reset", "--yes"], environment: environment).output == "There is no progress to forget.\n")
  }

  @Test func `reset of what is not there names the nearest`() throws {
    defer { clean() }
    try save(text)
    let run = try attend(["reset", "two-token", "--yes"], environment: environment)
    #expect(run.status == 64 && run.error.contains("did you mean two-tokens?"))
    try save("attend progress 2\n")
    let newer = try attend(["reset", "--yes"], environment: environment)
    #expect(newer.status == 74 && newer.error.contains("upgrade attend"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "attend progress 2\n")
  }
}

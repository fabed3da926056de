import Foundation
import Testing

@Suite struct ExportTests {
  @Test func `a handout is written in the language that was asked for`() throws {
    let run = try attend("export", "two-tokens", "--lang", "es")
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(run.output.hasPrefix("# Dos tokens\n"))
    #expect(try attend("export", "two-tokens", "--blank").output.contains("(1) ______"))
  }

  @Test func `the row that is left to fill in can be chosen`() throws {
    let run = try attend("export", "causal-mask", "--answers", "--row", "dog")
    #expect(run.status == 0 && run.output.contains("`A[dog,The]`") && !run.output.contains("`A[ran,The]`"))
    #expect(try attend("export", "causal-mask", "--answers", "--row", "all").output.contains("`A[ran,The]`"))
    for (arguments, sentence) in [
      (["--blank", "--row", "dgo"], "no computed matrix of causal-mask has a row “dgo”; did you mean dog?"),
      (["--row", "dog"], "--row goes with --blank or --answers"),
    ] {
      let run = try attend(["export", "causal-mask"] + arguments)
      #expect(run.status == 64 && run.output.isEmpty && run.error.contains(sentence), "\(run.error)")
    }
  }

  @Test func `a lesson of one's own has handouts too`() throws {
    let folder = packageFolder.appending(path: "Lessons/starter").path()
    let run = try attend("export", folder, "--answers", "--seed", "1")
    #expect(run.status == 0 && run.output.hasPrefix("# "))
  }

  @Test func `a file is written, and kept unless it is to be replaced`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try attend("export", "two-tokens", "-o", file.path()).status == 0)
    #expect(try attend("export", "two-tokens", "-o", file.path()).status == 74)
    #expect(try attend("export", "two-tokens", "--blank", "-o", file.path(), "--force").status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == attend("export", "two-tokens", "--blank").output)
  }

  @Test func `the learner's numbers are those that they left`() throws {
    let state = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: state) }
    let environment = ["XDG_STATE_HOME": state.path()]
    let fresh = try attend("export", "two-tokens", "--progress", environment: environment)
    #expect(fresh.output == (try attend("export", "two-tokens").output))
    let folder = state.appending(path: "attend")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try """
    attend progress 1
    last two-tokens

    lesson two-tokens
      step two-of-four
      furthest two-of-four
      place
        change typed K[1,3] = 3.1
      place step:c1
        change typed K[1,3] = 4

    end

    """.write(to: folder.appending(path: "progress"), atomically: true, encoding: .utf8)
    let own = try attend("export", "two-tokens", "--progress", environment: environment)
    #expect(own.output.contains("| dog     | 0.54 | 0.36 | 3.10 |"))
    #expect(own.output == (try attend("export", "two-tokens", "--set", "K[dog,3]=3.1").output))
  }

  @Test func `numbers from a file are those of the page`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let edit = ["--set", "K[dog,3]=3.1"]
    try attend(["compute", "two-tokens", "--format", "csv", "--matrix", "K"] + edit).output
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(
      try attend("export", "two-tokens", "--values", file.path()).output
        == attend(["export", "two-tokens"] + edit).output)
  }

  @Test func `what cannot be asked for, and what cannot be written`() throws {
    for arguments in [
      [], ["no-such-lesson"], ["two-tokens", "--blank", "--answers"], ["two-tokens", "--seed", "x"],
      ["two-tokens", "--seed", "-1"], ["two-tokens", "--set", "K[cat,3]=1"],
      ["two-tokens", "--set", "K[dog,3]=99"],
      ["two-tokens", "--lang", "xx"],
    ] {
      let run = try attend(["export"] + arguments)
      #expect(run.status == 64 && run.output.isEmpty, "\(arguments)")
    }
    #expect(try attend("export", "two-tokens", "-o", "/dev/full").status == 74)
    #expect(try attend("export", "/no/such/lesson").status == 66)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec '\(productFolder)/attend' export two-tokens > /dev/full 2> /dev/null"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }
}

import Foundation
import Testing

/// What the program answers when a shell asks what may follow.
@Suite struct CompleterTests {
  private func candidates(_ words: String...) throws -> [String] {
    let run = try attend(["---complete"] + words)
    #expect(run.status == 0 && run.error.isEmpty)
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func `the first word is a command or a lesson`() throws {
    let all = try candidates("")
    #expect(
      Set(all).isSuperset(of: ["list", "reset", "compute", "frame", "check", "new", "help", "kv-cache"]))
    #expect(!all.contains("open"))
    #expect(try candidates("two") == ["two-tokens", "two-heads"])
    #expect(try candidates("zzz").isEmpty)
  }

  @Test func `after a colon come stages and steps`() throws {
    #expect(try candidates("two-tokens:soft") == ["two-tokens:softmax"])
    #expect(
      Set(try candidates("frame", "two-tokens:c"))
        == Set(["challenges", "conclusion", "context", "c1", "c2", "c3"].map { "two-tokens:\($0)" }))
    #expect(try candidates("compute", "two-tokens:c").isEmpty)
    let folder = packageFolder.appending(path: "Lessons/scaling").path()
    #expect(try candidates(folder + ":vot") == [folder + ":votes"])
    #expect(
      try candidates("--lessons", packageFolder.appending(path: "Lessons").path(), "kv") == ["kv-cache"])
  }

  @Test func `options and their values are those of the command`() throws {
    #expect(try candidates("--th") == ["--theme"])
    #expect(try candidates("--theme", "") == ["terminal", "dark", "light", "contrast", "mono"])
    #expect(try candidates("--theme=c") == ["--theme=contrast"])
    #expect(try candidates("--lang", "") == ["en", "es"])
    #expect(try candidates("compute", "two-tokens", "--format", "") == ["text", "csv", "json"])
    #expect(try candidates("frame", "two-tokens", "--format", "s") == ["svg"])
    #expect(try candidates("compute", "two-tokens", "--matrix", "") == ["Q", "K", "V", "S", "A", "O"])
    #expect(try candidates("reset", "-") == ["--help", "--version", "--yes"])
    #expect(try candidates("help", "fr") == ["frame"])
  }

  @Test func `where files may stand the shell is left to offer them`() throws {
    #expect(try candidates("check", "").isEmpty)
    #expect(try candidates("new", "").isEmpty)
    #expect(try candidates("--lessons", "").isEmpty)
    #expect(try candidates("two-tokens", "").isEmpty)
    for word in ["", "two", "./", "K=", "K=two"] {
      #expect(try candidates("two-tokens", "--values", word).isEmpty)
      #expect(try candidates("--values=\(word)").isEmpty)
      #expect(try candidates("export", "-o", word).isEmpty)
      #expect(try candidates("export", "--output", word).isEmpty)
    }
    #expect(try candidates("record", "two-tokens", "").isEmpty)
  }

  @Test func `the help pages from which this follows name every option`() throws {
    for command in ["list", "reset", "compute", "frame", "check", "new"] {
      let known = Set(try candidates(command, "-"))
      let usage = try attend(command, "--help").output.matches(of: #/--[a-z]+/#).map { String($0.0) }
      #expect(known.isSuperset(of: Set(usage).subtracting(["--help"])), "\(command)")
    }
  }
}

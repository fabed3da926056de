import ArgumentParser
import AttentionCore
import Frames
import Glibc
import Tutorial

/// The program: without a subcommand it opens the lesson.
@main
struct Attend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend",
    abstract: "Learn self-attention one number at a time, and change the numbers.",
    usage: """
      attend [<lesson>[:<place>]] [--lang <lang>] [--theme <theme>] [--color <color>]
             [--glyphs <glyphs>] [--decimal <sign>] [--lessons <folder>] [--values <file>]
             [--fresh] [--locked] [--plain] [--no-mouse]
      attend <subcommand>
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ReadCommand.self, ListCommand.self, ResetCommand.self, ComputeCommand.self,
      FrameCommand.self, RecordCommand.self, ExportCommand.self, CheckCommand.self, NotesCommand.self,
      NewCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// What the program can do, on one screen; the options of each command are on pages of their own.
  private static let overview = """
    Attend: learn self-attention one number at a time, and change the numbers.

      attend                            go on where you stopped
      attend two-tokens:softmax         a lesson, at a stage or a step
      attend --lang es --theme light    in Spanish, on a light background
      attend ./my-lesson                a lesson of your own, as you write it
      attend sandbox                    a sentence of your own

    In the lesson the arrows step, Tab edits, ? shows all keys, q leaves.

      attend read                       as plain text, for screen readers
      attend list, attend reset         show, forget progress: ~/.local/state/attend
      attend compute two-tokens --set 'K[dog,3]=3.10' --format json
      attend frame two-tokens:bars --keys 'Tab + +' --format svg
      attend record LESSON FILE         a recording; attend export LESSON  a sheet
      attend notes                      speaker notes, on a second terminal
      attend new DIR --tokens 'A cat'   make a lesson; attend check DIR  any faults?
      attend help COMMAND               everything about a command

      --lang en, es                   --theme terminal, dark, light, contrast, mono
      --color auto, always, never     --glyphs auto, unicode, ascii
      --decimal point, comma          --fresh  no progress   --locked  no files
      --lessons DIR  another course   --values FILE  --no-mouse  --version

    """

  /// The commands by the names that a user gives them.
  static var shownCommands: [String: any ParsableCommand.Type] {
    let shown = configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return Dictionary(shown.map { ($0.configuration.commandName ?? "", $0) }) { $1 }
  }

  /// What may have been meant by a misspelt command.
  static var commandNames: [String] { (shownCommands.keys + ["help"]).sorted() }

  /// Where there is nothing to parse it is not parsed: that would take a third of the start.
  static func main() {
    keepStandardFilesTaken()
    // A file that may not grow any more is an error of writing, which can be said, and not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkStart()
      let words = Array(CommandLine.arguments.dropFirst())
      switch words.first {
      case nil: try openLesson()
      case let word? where words.count == 1 && isPlace(word): try openLesson(at: word)
      case "--help" where words.count == 1, "-h" where words.count == 1, "help" where words.count == 1:
        try writeOutput(overview)
      case "---complete":
        try writeOutput(Completer(Array(words.dropFirst())).candidates.map { $0 + "\n" }.joined())
      case "--generate-completion-script": try writeOutput(try completionScript(for: words.dropFirst()).text)
      default:
        var command = try parse(words)
        try command.run()
      }
    } catch {
      leave(after: error)
    }
  }

  /// The command that the words name. Where they cannot be understood because the command is misspelt, it is that which
  /// is said: `attend exprot two-tokens` is no lesson with a word too many.
  private static func parse(_ words: [String]) throws -> any ParsableCommand {
    do {
      return try parseAsRoot()
    } catch {
      guard helpText(for: error).status != .success, let word = words.first, isPlace(word),
        let near = suggestion(for: word, among: commandNames)
      else { throw error }
      throw ValidationError("there is no command \(quoted(word)); did you mean \(near)?")
    }
  }

  /// Whether a word can only be what `attend LESSON` opens: no option, and no command that the parser knows.
  private static func isPlace(_ word: String) -> Bool {
    guard !word.hasPrefix("-"), !word.isEmpty, word != "help" else { return false }
    return !configuration.subcommands.contains { $0.configuration.commandName == word }
  }

  private static func completionScript(for words: ArraySlice<String>) throws -> CompletionScript {
    let known = CompletionScript.allCases.map(\.rawValue).joined(separator: ", ")
    guard words.count == 1, let script = words.first.flatMap(CompletionScript.init) else {
      throw ValidationError("--generate-completion-script needs a shell: \(known)")
    }
    return script
  }

  /// A message in which no word of the command line begins a line of its own.
  private static func harmless(_ message: String) -> String {
    let words = CommandLine.arguments.flatMap {
      [$0[...]] + $0.split(separator: "=", maxSplits: 1).dropFirst()
    }
    return words.filter { $0.contains(where: \.isNewline) }.reduce(message) { text, word in
      text.replacing(word, with: printable(word))
    }
  }

  /// Ends the program with what is to be said: a help page on standard output, a mistake on standard error.
  private static func leave(after error: any Error) -> Never {
    let (text, status) = helpText(for: error)
    do {
      if status == .success {
        try writeText(text + "\n")
      } else {
        writeErrorText(harmless(text))
      }
    } catch {
      exit(withError: error)
    }
    exit(withError: status)
  }
}

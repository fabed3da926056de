import ArgumentParser
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
             [--glyphs <glyphs>] [--lessons <folder>]
      attend <subcommand>
      """,
    discussion: """
      Examples:
        attend                            start the course
        attend two-tokens:softmax         start at a stage or a step
        attend --lang es --theme light    in Spanish, on a light background
        attend compute two-tokens --set 'K[dog,3]=3.10' --format json

      In the lesson the arrows step, Tab edits, ? shows all keys and q leaves.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ListCommand.self, ComputeCommand.self, FrameCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Without arguments there is nothing to parse, and parsing nothing would take a third of the start.
  static func main() {
    guard CommandLine.argc == 1 else { return main(nil) }
    do {
      try openLesson()
    } catch {
      exit(withError: error)
    }
  }
}

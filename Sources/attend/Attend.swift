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
             [--glyphs <glyphs>] [--lessons <folder>] [--values <file>] [--fresh]
      attend <subcommand>
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ListCommand.self, ResetCommand.self, ComputeCommand.self, FrameCommand.self,
      CheckCommand.self, NotesCommand.self, NewCommand.self,
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

      attend list                       the lessons, with your progress
      attend reset [LESSON]             forget your progress
      attend compute two-tokens --set 'K[dog,3]=3.10' --format json
      attend frame two-tokens:bars --keys 'Tab + +' --format svg
      attend new DIR                    make a small lesson to start from,
                                        or of --tokens 'El gato duerme'
      attend check DIR                  is this lesson right?
      attend help COMMAND               everything about a command

      --lang en, es                   --theme terminal, dark, light, contrast, mono
      --color auto, always, never     --glyphs auto, unicode, ascii
      --lessons DIR  another course   --fresh  neither read nor save progress
      --values FILE  its numbers      --version

    """

  /// Where there is nothing to parse it is not parsed: that would take a third of the start.
  static func main() {
    do {
      switch Array(CommandLine.arguments.dropFirst()) {
      case []: try openLesson()
      case ["--help"], ["-h"], ["help"]: try writeOutput(overview)
      default: main(nil)
      }
    } catch {
      exit(withError: error)
    }
  }
}

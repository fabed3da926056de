import ArgumentParser
import Frames
import Glibc
import LessonFile
import Tutorial

/// `attend new DIR`: a small working lesson to start from, or one about a sentence of one's own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a small working lesson to start from.")

  /// Where that lesson stands among the files of the program.
  private static let starter = "starter"

  @Argument(help: ArgumentHelp("The folder to make; nothing in it is overwritten.", valueName: "dir"))
  var folder: String

  @Option(help: "A sentence for the lesson: 2 to 8 tokens with blanks between them.")
  var tokens: String?

  @Option(help: "How many numbers each query, key and value has, from 1 to 8 (default: 3).")
  var dimensions: Int?

  @Option(help: "Which numbers are drawn: the same seed gives the same numbers (default: 1).")
  var seed: UInt64?

  @Flag(help: "Close the future with a causal mask.")
  var mask = false

  func run() throws {
    let files = try tokens.map(files(for:)) ?? starterFiles()
    let names = files.map(\.name)
    do throws(FolderFailure) {
      try makeLessonFolder(folder, files)
    } catch {
      writeError(error.message)
      throw ExitCode.writeError
    }
    let argument = shellWord(folder)
    try writeText(
      """
      Made \(printable(folder)) with \(names.joined(separator: ", ")). Next:

        attend \(argument)         see it; what you save shows at once
        attend check \(argument)   is it right?

      """)
  }

  private func files(for tokens: String) throws -> [LessonText] {
    var recipe = Recipe(sentence: tokens)
    recipe.dimensions = dimensions ?? recipe.dimensions
    recipe.seed = seed ?? recipe.seed
    do throws(SentenceError) {
      return try SentenceLesson(recipe).files(isMasked: mask)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func starterFiles() throws -> [LessonText] {
    guard dimensions == nil, seed == nil, !mask else {
      throw ValidationError("--dimensions, --seed and --mask go with --tokens, which is missing")
    }
    return try CourseFiles.embedded.names(in: Self.starter).map { name in
      (name, String(decoding: try CourseFiles.embedded.read("\(Self.starter)/\(name)"), as: UTF8.self))
    }
  }
}

import ArgumentParser
import Frames
import Glibc
import LessonFile

/// `attend new DIR`: a small working lesson to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a small working lesson to start from.")

  /// Where that lesson stands among the files of the program.
  private static let starter = "starter"

  @Argument(help: ArgumentHelp("The folder to make; nothing in it is overwritten.", valueName: "dir"))
  var folder: String

  func run() throws {
    let names = try CourseFiles.embedded.names(in: Self.starter)
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw failure(folder) }
    // All or nothing: look at each before the first is written.
    if let name = names.first(where: { access("\(folder)/\($0)", F_OK) == 0 }) {
      writeError("\(name) is already in \(printable(folder)): choose another folder")
      throw ExitCode.writeError
    }
    for name in names {
      try write(try CourseFiles.embedded.read("\(Self.starter)/\(name)"), to: "\(folder)/\(name)")
    }
    let argument = shellWord(folder)
    try writeOutput(
      """
      Made \(printable(folder)) with \(names.joined(separator: ", ")). Next:

        attend \(argument)         see it; what you save shows at once
        attend check \(argument)   is it right?

      """)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, to: file)
    guard close(file) == 0, isWritten else { throw failure(path) }
  }

  private func failure(_ path: String) -> ExitCode {
    writeError("cannot make \(printable(path)): \(String(cString: strerror(errno)))")
    return .writeError
  }

  /// A path as a shell takes it, and as the program takes it for a path.
  private func shellWord(_ path: String) -> String {
    let path = path.utf8.starts(with: "-".utf8) ? "./" + path : path
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    guard !isPlain else { return path }
    return "'"
      + printable(path).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

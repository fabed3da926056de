import Frames
import Glibc

/// A file of a lesson's folder.
typealias LessonText = (name: String, text: String)

/// Why a lesson could not be written, in one line.
struct FolderFailure: Error {
  var message: String
  /// Without what could not be made.
  var reason: String
}

/// Makes a folder with the files of a lesson; nothing that is there is overwritten.
func makeLessonFolder(_ folder: String, _ files: [LessonText]) throws(FolderFailure) {
  if mkdir(folder, 0o777) != 0, errno != EEXIST { throw FolderFailure(cannotMake: folder) }
  // All or nothing: look at each before the first is written.
  if let file = files.first(where: { access("\(folder)/\($0.name)", F_OK) == 0 }) {
    throw FolderFailure(
      message: "\(file.name) is already in \(folder): choose another folder",
      reason: "\(file.name) is there already")
  }
  for file in files { try write(file.text, to: "\(folder)/\(file.name)") }
}

private func write(_ text: String, to path: String) throws(FolderFailure) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard file >= 0 else { throw FolderFailure(cannotMake: path) }
  let isWritten = writeAll(Array(text.utf8), to: file)
  guard close(file) == 0, isWritten else { throw FolderFailure(cannotMake: path) }
}

extension FolderFailure {
  /// With the reason in `errno`.
  fileprivate init(cannotMake path: String) {
    reason = String(cString: strerror(errno))
    message = "cannot make \(path): \(reason)"
  }
}

/// A path as a shell takes it, and as the program takes it for a path.
func shellWord(_ path: String) -> String {
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

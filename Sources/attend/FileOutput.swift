import ArgumentParser
import Frames
import Glibc

/// Writes a text to a file, or to standard output where the path is `-`; what is there already is only replaced where
/// that was asked for.
func write(_ text: String, to path: String, replacing: Bool) throws {
  guard path != "-" else { return try writeOutput(text) }
  var information = stat()
  let exists = stat(path, &information) == 0
  // A terminal, a pipe or a device loses nothing.
  let isFile = exists && information.st_mode & S_IFMT == S_IFREG
  if isFile, !replacing {
    writeError("\(path) is already there: --force replaces it")
    throw ExitCode.writeError
  }
  let flags = exists ? O_WRONLY | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
  let file = open(path, flags, 0o666)
  guard file >= 0 else { throw failure(path) }
  let isWritten = writeAll(Array(text.utf8), to: file)
  let reason = errno
  guard close(file) == 0, isWritten else {
    if !isWritten { errno = reason }
    let failure = failure(path)
    // Half a page is no page.
    if !exists { unlink(path) }
    throw failure
  }
}

private func failure(_ path: String) -> ExitCode {
  writeError("cannot write \(path): \(String(cString: strerror(errno)))")
  return .writeError
}

import ArgumentParser
import Glibc

/// Writes all of a text to standard output; an output that cannot take it ends the program with status 74.
func writeOutput(_ text: String) throws {
  guard writeAll(text, to: STDOUT_FILENO) else {
    let reason = String(cString: strerror(errno))
    _ = writeAll("attend: cannot write the output: \(reason)\n", to: STDERR_FILENO)
    throw ExitCode.writeError
  }
}

/// Writes one line to standard error.
func writeError(_ line: String) {
  _ = writeAll("attend: \(line)\n", to: STDERR_FILENO)
}

private func writeAll(_ text: String, to file: Int32) -> Bool { writeAll(Array(text.utf8), to: file) }

/// Writes all bytes to an open file; false, with the reason in `errno`, where it cannot take them.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var bytes = bytes[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if written < 0 {
      guard errno == EINTR else { return false }
    } else {
      bytes = bytes.dropFirst(written)
    }
  }
  return true
}

import ArgumentParser
import Frames
import Glibc
import TerminalScreen

/// Writes all of a text to standard output; an output that cannot take it ends the program with status 74.
func writeOutput(_ text: String) throws {
  guard writeAll(text, to: STDOUT_FILENO) else {
    let reason = String(cString: strerror(errno))
    _ = writeAll("attend: cannot write the output: \(reason)\n", to: STDERR_FILENO)
    throw ExitCode.writeError
  }
}

/// Writes a text for people to standard output.
func writeText(_ text: String) throws { try writeOutput(readable(text)) }

/// Writes one line to standard error; it stays one, whatever is in it.
func writeError(_ line: String) { writeErrorText("attend: \(printable(line))") }

/// Writes a text for people to standard error; nothing if it is empty.
func writeErrorText(_ text: String) {
  guard !text.isEmpty else { return }
  _ = writeAll(readable(text) + "\n", to: STDERR_FILENO)
}

/// A text for people: harmless for any terminal, in letters that their locale can show.
func readable(_ text: String) -> String {
  let glyphs = localeIsUTF8() ? GlyphSet.unicode : .ascii
  return harmless(text, glyphs)
}

/// A text of any number of lines, harmless for any terminal.
func harmless(_ text: String, _ glyphs: GlyphSet = .unicode) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.map { glyphs.render(printable($0)) }.joined(separator: "\n")
}

/// How many columns a text for people may have: 80, or as few as COLUMNS says.
func outputWidth() -> Int {
  environment("COLUMNS").flatMap { Int($0) }.map { max(20, min(80, $0)) } ?? 80
}

/// Takes the numbers of standard files that were closed, so that no other file gets them and is written over.
///
/// What takes them cannot be used in their direction: writing to a closed output is still an error.
func keepStandardFilesTaken() {
  for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(file, F_GETFD) < 0 {
    _ = open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
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

import ArgumentParser
import Frames
import Glibc

/// How wide help pages are: as wide as other texts, but no narrower than their two columns can be.
func helpWidth() -> Int { max(40, outputWidth()) }

/// What the parser has to say of an error, or its help page, in lines that fit.
///
/// The parser ends the program where COLUMNS leaves no room for its two columns, and never breaks a line of usage.
func helpText(for error: any Error) -> (text: String, status: ExitCode) {
  let width = helpWidth()
  setenv("COLUMNS", "\(width)", 1)
  let lines = Attend.fullMessage(for: error, columns: width)
    .split(separator: "\n", omittingEmptySubsequences: false)
  return (lines.map { broken($0, width: width) }.joined(separator: "\n"), Attend.exitCode(for: error))
}

/// A line of usage with breaks between its words, never inside brackets; any other line as it is.
private func broken(_ line: Substring, width: Int) -> String {
  guard displayWidth(of: line) > width, line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ") else {
    return String(line)
  }
  var lines = [""]
  for word in words(of: line) {
    let last = lines[lines.count - 1]
    if !last.isEmpty, displayWidth(of: last) + 1 + displayWidth(of: word) > width {
      lines.append("  " + word)
    } else {
      lines[lines.count - 1] = last + (last.isEmpty ? "" : " ") + word
    }
  }
  return lines.joined(separator: "\n")
}

/// The words of a line, with what stands in square brackets as one.
private func words(of line: Substring) -> [String] {
  var words = [""]
  var depth = 0
  for character in line {
    if character == "[" { depth += 1 }
    if character == "]" { depth -= 1 }
    if character == " ", depth == 0 { words.append("") } else { words[words.count - 1].append(character) }
  }
  return words
}

/// A text with places to fill in, `%name%`, and lines that are there only at times: `%when mask%`, `%otherwise%`,
/// `%end%`, each on a line of its own.
struct Template {
  private let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// - Parameter values: What to put into each place; a line waits for a value to be there at all.
  func filled(with values: [String: String]) -> String {
    var result: [String] = []
    // Whether what stands between the marks is taken, the outermost first.
    var open: [Bool] = []
    for line in lines {
      if line.hasPrefix("%when ") {
        open.append(values[String(line.dropFirst(6).dropLast())] != nil)
      } else if line == "%otherwise%" {
        open[open.count - 1].toggle()
      } else if line == "%end%" {
        open.removeLast()
      } else if !open.contains(false) {
        result.append(Self.filled(line, with: values))
      }
    }
    return result.joined(separator: "\n")
  }

  /// What is filled in is not looked at again: a token may have a % in it.
  private static func filled(_ line: Substring, with values: [String: String]) -> String {
    let parts = line.split(separator: "%", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part) : values[String(part)] ?? "%\(part)%"
    }.joined()
  }
}

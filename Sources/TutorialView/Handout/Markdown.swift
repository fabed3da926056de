import Frames

/// Text in which nothing is markup.
func escapedForMarkdown(_ text: String) -> String {
  let characters = Array(text)
  var escaped = ""
  for (index, character) in characters.enumerated() {
    switch character {
    case "\\", "*", "`", "<", "|", "~", "$": escaped += "\\"
    // Inside a word an underscore is itself.
    case "_" where !isWord(characters, index - 1) || !isWord(characters, index + 1): escaped += "\\"
    case "&" where isWord(characters, index + 1) || characters[safely: index + 1] == "#": escaped += "\\"
    case "(" where characters[safely: index - 1] == "]": escaped += "\\"
    default: break
    }
    escaped.append(character)
  }
  return escaped
}

private func isWord(_ characters: [Character], _ index: Int) -> Bool {
  characters[safely: index].map { $0.isLetter || $0.isNumber } ?? false
}

/// A paragraph whose beginning is no heading, list or quotation.
func markdownParagraph(_ text: String) -> String {
  guard let first = text.first else { return "" }
  let number = text.prefix(while: \.isNumber)
  let next = text.dropFirst(number.count).first
  if !number.isEmpty, next == "." || next == ")", text.dropFirst(number.count + 1).first == " " {
    return number + "\\" + text.dropFirst(number.count)
  }
  let isMarker =
    "#>".contains(first) || "+-=".contains(first) && text.dropFirst().first.map { $0 == " " } ?? true
  return isMarker ? "\\" + text : text
}

/// A formula or a name, as it is typed.
func markdownCode(_ text: String) -> String {
  let fence = text.contains("`") ? "``" : "`"
  return fence + text + fence
}

/// Text in a manner, which begins and ends at a character that is no blank.
func emphasized(_ text: String, _ mark: String) -> String {
  let lead = text.prefix { $0 == " " }
  let rest = text.dropFirst(lead.count)
  guard let last = rest.lastIndex(where: { $0 != " " }) else { return text }
  return lead + mark + rest[...last] + mark + rest[rest.index(after: last)...]
}

/// A table: its first row is the head, its first columns are words, the others are numbers.
func markdownTable(_ rows: [[String]], columnsOfWords: Int = 1) -> String {
  let count = rows.map(\.count).max() ?? 0
  let cells = rows.map { row in
    (0..<count).map { (row[safely: $0] ?? "") }
  }
  let widths = (0..<count).map { column in max(3, cells.map { displayWidth(of: $0[column]) }.max() ?? 0) }
  var lines = cells.map { row in
    let padded = row.enumerated().map { column, text in
      let blanks = String(repeating: " ", count: widths[column] - displayWidth(of: text))
      return column < columnsOfWords ? text + blanks : blanks + text
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
  let rule = widths.enumerated().map { column, width in
    column < columnsOfWords
      ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
  }
  lines.insert("| " + rule.joined(separator: " | ") + " |", at: min(1, lines.count))
  return lines.joined(separator: "\n")
}

extension Array {
  /// The element at a place; nil where there is none.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// `id` or `id: title`.
struct Heading {
  let id: String
  let title: Substring?
  /// How many characters stand before the title.
  private let titleOffset: Int

  init(_ words: Substring) {
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    id = String(parts[0].trimmingEnd)
    let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    title = rest.isEmpty ? nil : rest
    titleOffset = words.count - rest.count
  }

  func titlePlace(_ place: Place) -> Place { Place(line: place.line, column: place.column + titleOffset) }
}

/// `id: words`, as choices and asides begin; not every text with a colon is one.
struct Label {
  let id: String
  let words: Substring
  /// How many characters stand before the words.
  let offset: Int

  init?(_ text: Substring) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let after = text.utf8.index(after: colon)
    guard after == text.endIndex || text.utf8[after] == UInt8(ascii: " ") else { return nil }
    id = String(text[..<colon])
    guard isID(id) else { return nil }
    words = text[after...].drop { $0 == " " }
    offset = text.count - words.count
  }
}

extension Substring {
  /// Without the blanks at its end.
  var trimmingEnd: Substring {
    let last = utf8.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return last.map { self[...$0] } ?? ""
  }
}

/// `id` or `id: title`.
struct Heading {
  let id: String
  let title: Substring?
  private let words: Substring

  init(_ words: Substring) {
    self.words = words
    let colon = words.utf8.firstIndex(of: UInt8(ascii: ":"))
    id = String(words[..<(colon ?? words.endIndex)].trimmingEnd)
    let rest = colon.map { words[words.utf8.index(after: $0)...].drop { $0 == " " } } ?? ""
    title = rest.isEmpty ? nil : rest
  }

  func titlePlace(_ place: Place) -> Place {
    place.moved(by: words[..<(title?.startIndex ?? words.endIndex)].count)
  }
}

/// `id: words`, as choices and asides begin; not every text with a colon is one.
struct Label {
  let id: String
  let words: Substring
  private let whole: Substring

  init?(_ text: Substring) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let after = text.utf8.index(after: colon)
    guard after == text.endIndex || text.utf8[after] == UInt8(ascii: " ") else { return nil }
    id = String(text[..<colon])
    guard isID(id) else { return nil }
    words = text[after...].drop { $0 == " " }
    whole = text
  }

  /// How many characters stand before the words.
  var offset: Int { whole[..<words.startIndex].count }
}

extension Substring {
  /// Without the blanks at its end.
  var trimmingEnd: Substring {
    let last = utf8.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return last.map { self[...$0] } ?? ""
  }
}

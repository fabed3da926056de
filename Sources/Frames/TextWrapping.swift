/// Breaks running text into lines of at most so many columns.
///
/// Each line takes as many words as fit. A line breaks only at the blanks of breakable text, and at a newline
/// always; pieces that touch without a blank stay together, so that a comma never leaves its number, and an
/// unbreakable piece between two others holds them together by its blanks. An unbreakable piece that is wider than a whole line begins a line and breaks at its own blanks. A single word
/// that is wider still stays whole and is the only thing that may be wider than the line. Blanks where a line
/// begins or ends are dropped; blanks within a line stay as they were written.
public func wrap(_ pieces: [StyledText], width: Int) -> [[StyledText]] {
  var filler = LineFiller(width: width)
  for line in words(of: pieces) {
    for word in line { filler.add(word) }
    filler.endLine()
  }
  return filler.lines
}

/// Breaks plain text into lines of at most so many columns, at its blanks and newlines.
public func wrap(_ text: String, width: Int) -> [String] {
  wrap([StyledText(text)], width: width).map { $0.map(\.text).joined() }
}

/// Text that stays together on a line, and the blanks before it.
private struct Word {
  var gap: [StyledText] = []
  var parts: [StyledText] = []

  var width: Int { displayWidth(ofPieces: parts) }

  /// The same text as words that may be separated, taken apart at the blanks of its unbreakable pieces too.
  var fragments: [Word] {
    let breakable = parts.map { StyledText($0.text, style: $0.style) }
    return words(of: gap + breakable).flatMap { $0 }
  }
}

private func displayWidth(ofPieces pieces: [StyledText]) -> Int {
  pieces.reduce(0) { $0 + displayWidth(of: $1.text) }
}

/// The words between two newlines, for each stretch of text that newlines separate.
private func words(of pieces: [StyledText]) -> [[Word]] {
  guard !pieces.isEmpty else { return [] }
  var lines: [[Word]] = [[]]
  var word = Word()
  func endWord() {
    if !word.parts.isEmpty { lines[lines.count - 1].append(word) }
    word = Word()
  }
  for (index, piece) in pieces.enumerated() {
    let isGlue =
      piece.isUnbreakable && isUnbreakable(pieces, at: index - 1) && isUnbreakable(pieces, at: index + 1)
    for run in runs(of: piece, isGlue: isGlue) {
      var part = StyledText(String(run), style: piece.style)
      if run == "\n" {
        endWord()
        lines.append([])
      } else if run.utf8.first == UInt8(ascii: " "), !isGlue {
        if !word.parts.isEmpty { endWord() }
        word.gap.append(part)
      } else {
        part.isUnbreakable = piece.isUnbreakable
        word.parts.append(part)
      }
    }
  }
  endWord()
  return lines
}

private func isUnbreakable(_ pieces: [StyledText], at index: Int) -> Bool {
  pieces.indices.contains(index) && pieces[index].isUnbreakable
}

private func runs(of piece: StyledText, isGlue: Bool) -> [Substring] {
  if isGlue { return [piece.text[...]] }
  return piece.isUnbreakable ? runs(ofUnbreakable: piece.text) : runs(of: piece.text)
}

/// A text cut into single newlines, runs of blanks and runs of anything else.
///
/// Blanks and newlines are one byte each, so the bytes are searched, which is quicker than to look for graphemes.
private func runs(of text: String) -> [Substring] {
  func kind(_ byte: UInt8) -> Int { byte == UInt8(ascii: "\n") ? 2 : byte == UInt8(ascii: " ") ? 1 : 0 }
  let bytes = text.utf8
  var runs: [Substring] = []
  var start = bytes.startIndex
  while start < bytes.endIndex {
    let first = kind(bytes[start])
    let next = bytes.index(after: start)
    let end = first == 2 ? next : bytes[next...].firstIndex { kind($0) != first } ?? bytes.endIndex
    runs.append(text[start..<end])
    start = end
  }
  return runs
}

/// The blanks before an unbreakable text, the text itself and the blanks after it, as far as there are any.
private func runs(ofUnbreakable text: String) -> [Substring] {
  guard let first = text.firstIndex(where: { $0 != " " }), let last = text.lastIndex(where: { $0 != " " })
  else { return text.isEmpty ? [] : [text[...]] }
  let end = text.index(after: last)
  return [text[..<first], text[first..<end], text[end...]].filter { !$0.isEmpty }
}

/// Puts words on lines, each as far to the front as it fits.
private struct LineFiller {
  let width: Int
  private(set) var lines: [[StyledText]] = []
  private var line: [StyledText] = []
  private var used = 0

  init(width: Int) { self.width = width }

  mutating func add(_ word: Word) {
    let needed = word.width
    if needed > width {
      let fragments = word.fragments
      if fragments.count > 1 {
        if used > 0 { endLine() }
        for fragment in fragments { place(fragment, width: fragment.width) }
        return
      }
    }
    place(word, width: needed)
  }

  mutating func endLine() {
    lines.append(line)
    line = []
    used = 0
  }

  private mutating func place(_ word: Word, width needed: Int) {
    let gap = displayWidth(ofPieces: word.gap)
    if used > 0 && used + gap + needed > width { endLine() }
    if used > 0 {
      for blank in word.gap { append(blank) }
      used += gap
    }
    for part in word.parts { append(part) }
    used += needed
  }

  /// Joins neighbours of one style, so that a line has as few pieces as it can.
  private mutating func append(_ piece: StyledText) {
    if let last = line.last, last.style == piece.style, last.isUnbreakable == piece.isUnbreakable {
      line[line.count - 1].text += piece.text
    } else {
      line.append(piece)
    }
  }
}

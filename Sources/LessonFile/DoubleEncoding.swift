/// The first word that is UTF-8 read as another encoding and saved again (`C√≥mo` for `Cómo`), where it stands
/// and what it should be; nil if there is none.
func doubleEncoding(in line: Substring) -> (offset: Int, sentence: String)? {
  guard line.unicodeScalars.contains(where: isLead) else { return nil }
  var wordStart = 0
  for word in line.split(separator: " ", omittingEmptySubsequences: false) {
    let scalars = Array(word.unicodeScalars)
    if let repaired = repaired(scalars) {
      return (wordStart, "\(word) is \(repaired) in UTF-8, read as another encoding: save the file anew")
    }
    wordStart += scalars.count + 1
  }
  return nil
}

/// What the bytes 0x80 to 0xBF, the second halves of accented letters in UTF-8, become in an encoding.
private struct Misreading {
  /// What 0xC2 and 0xC3, the first halves, become.
  let leads: [Unicode.Scalar: UInt8]
  let seconds: [Unicode.Scalar]
}

private let misreadings = [
  // Mac Roman
  Misreading(
    leads: ["¬": 0xC2, "√": 0xC3],
    seconds: Array("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø".unicodeScalars)),
  // Windows 1252
  Misreading(
    leads: ["Â": 0xC2, "Ã": 0xC3],
    seconds: Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
      + (0xA0...0xBF).compactMap { Unicode.Scalar($0 as UInt32) }),
]

/// Whether a word with this scalar is worth a closer look: whether it is the lead of some misreading.
private func isLead(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "¬" || scalar == "√" || scalar == "Â" || scalar == "Ã"
}

/// The word as it was before it was read wrongly; nil where nothing in it looks so.
///
/// A pair counts only beside a Latin letter or an opening mark, because `√π` alone is mathematics.
private func repaired(_ word: [Unicode.Scalar]) -> String? {
  for misreading in misreadings {
    var result = String.UnicodeScalarView()
    var index = 0
    var found = false
    while index < word.count {
      if index + 1 < word.count, let lead = misreading.leads[word[index]],
        let second = misreading.seconds.firstIndex(of: word[index + 1]),
        let scalar = Unicode.Scalar((UInt32(lead) & 0x1F) << 6 | UInt32(second)),
        touchesLetter(word, index)
      {
        result.append(scalar)
        index += 2
        found = true
      } else {
        result.append(word[index])
        index += 1
      }
    }
    if found { return String(result) }
  }
  return nil
}

private func touchesLetter(_ word: [Unicode.Scalar], _ index: Int) -> Bool {
  func isLetter(_ position: Int) -> Bool {
    word.indices.contains(position) && word[position].isASCII && word[position].properties.isAlphabetic
  }
  return isLetter(index - 1) || isLetter(index + 2)
}

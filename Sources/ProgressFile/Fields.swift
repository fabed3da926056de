/// The words of a line; after so many words the rest is one sentence, blanks and all.
///
/// A word or sentence that begins with a quotation mark goes on to the next one and may hold anything.
///
/// - Returns: Nothing where a quotation does not end as it should.
func fields(of line: some StringProtocol, words count: Int = .max) -> [String]? {
  var rest = Substring(line).unicodeScalars
  var fields: [String] = []
  while true {
    rest = rest.drop(while: isBlank)
    guard let first = rest.first else { return fields }
    if first == "\"" {
      guard let text = takeQuotation(from: &rest), rest.first.map(isBlank) ?? true else { return nil }
      fields.append(text)
    } else if fields.count == count {
      while let last = rest.last, isBlank(last) { rest.removeLast() }
      return fields + [String(rest)]
    } else {
      fields.append(String(rest.prefix { !isBlank($0) }))
      rest = rest.drop { !isBlank($0) }
    }
  }
}

/// A word as a line can hold it: quoted, unless it is made of plain letters and signs.
func wordText(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
  return isPlain && !word.isEmpty && !word.utf8.starts(with: "#".utf8) ? word : quotation(word)
}

/// A sentence as the end of a line can hold it: quoted only where it would not read back as it is.
func sentenceText(_ sentence: String) -> String {
  let scalars = sentence.unicodeScalars
  guard let first = scalars.first, let last = scalars.last, first != "\"", !isBlank(first), !isBlank(last),
    !scalars.contains(where: mustBeSpelt)
  else { return quotation(sentence) }
  return sentence
}

func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

private func quotation(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where mustBeSpelt(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Whether a character would not survive an editor, or cannot be seen in one.
private func mustBeSpelt(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
  default: false
  }
}

private func takeQuotation(from rest: inout Substring.UnicodeScalarView) -> String? {
  rest.removeFirst()
  var text = String.UnicodeScalarView()
  while let scalar = rest.popFirst() {
    switch scalar {
    case "\"": return String(text)
    case "\\":
      guard let escaped = takeEscape(from: &rest) else { return nil }
      text.append(escaped)
    default: text.append(scalar)
    }
  }
  return nil
}

/// What stands after a backslash: a quotation mark, a backslash or `u{hex}`.
private func takeEscape(from rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
  switch rest.popFirst() {
  case "\"": return "\""
  case "\\": return "\\"
  case "u":
    guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
      let value = UInt32(String(rest[..<end]), radix: 16)
    else { return nil }
    rest = rest[rest.index(after: end)...]
    return Unicode.Scalar(value)
  default: return nil
  }
}

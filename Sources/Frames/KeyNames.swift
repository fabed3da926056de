/// What is wrong with a script of keys, as a sentence.
public enum KeyScriptError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A word that names no key, and the name that is most like it.
  case unknownKey(String, suggestion: String?)
  /// A text whose closing quotation mark is missing.
  case unclosedQuote(String)
  /// A repetition that is not from 1 to 9999.
  case badRepetition(String)
  /// A click or a turn of the wheel that does not say where.
  case badPlace(String)

  public var description: String {
    switch self {
    case .unknownKey(let word, let suggestion?): "no key is called \(word); did you mean \(suggestion)?"
    case .unknownKey(let word, nil): "no key is called \(word)"
    case .unclosedQuote(let text): "\(text) has no closing quotation mark"
    case .badRepetition(let word): "\(word) repeats a key from 1 to 9999 times, and not otherwise"
    case .badPlace(let word): "\(word) needs a column and a row, counted from 1: click:30,7"
    }
  }
}

/// The keys of a script such as `Right*3 Tab "0.5" Enter C-r`.
///
/// Words are separated by blanks. A word is a key's name as in tmux, in upper or lower case; a single
/// character, which is itself; or text in double quotes, which is typed, with `\"` and `\\` for a quotation mark
/// and a backslash. `Paste"text"` is a whole paste. `click:30,7`, `wheel-up:30,7` and `wheel-down:30,7` are the mouse in
/// a column and a row, counted from 1. `*5` after a word repeats it.
public func keys(ofScript script: some StringProtocol) throws(KeyScriptError) -> [Key] {
  var reader = KeyScriptReader(rest: Substring(script))
  var keys: [Key] = []
  while let next = try reader.next() { keys += next }
  return keys
}

/// The name of a key in a script.
public func keyName(of key: Key) -> String {
  switch key {
  // A lone quotation mark would open a text.
  case .character("\""): quoted("\"")
  case .character(" "): "Space"
  case .character(let character): String(character)
  case .control(let letter): "C-\(letter)"
  case .function(let number): "F\(number)"
  case .paste(let text): "Paste" + quoted(text)
  case .click(let place): mouseWord("click", place)
  case .wheelUp(let place): mouseWord("wheel-up", place)
  case .wheelDown(let place): mouseWord("wheel-down", place)
  default: namedKeys.first { $0.key == key }?.name ?? ""
  }
}

/// The names of tmux; the first name of a key is the one that is written.
private let namedKeys: [(name: String, key: Key)] = [
  ("Left", .left), ("Right", .right), ("Up", .up), ("Down", .down),
  ("Home", .home), ("End", .end),
  ("PageUp", .pageUp), ("PgUp", .pageUp), ("PPage", .pageUp),
  ("PageDown", .pageDown), ("PgDn", .pageDown), ("NPage", .pageDown),
  ("Enter", .enter), ("Escape", .escape), ("Esc", .escape), ("Tab", .tab), ("BTab", .backTab),
  ("Space", .space),
  ("BSpace", .backspace), ("Delete", .delete), ("DC", .delete),
]

private struct KeyScriptReader {
  var rest: Substring

  /// The keys of the next word; nil where the script ends.
  mutating func next() throws(KeyScriptError) -> [Key]? {
    rest = rest.drop(while: \.isWhitespace)
    let start = rest
    if rest.isEmpty { return nil }
    if rest.hasPrefix("\"") { return try repeated(quotedText().map(key(typing:)), wordFrom: start) }
    if rest.hasPrefix("Paste\"") {
      rest.removeFirst("Paste".count)
      return try repeated([.paste(quotedText())], wordFrom: start)
    }
    // The first character is part of the name even if it is a star.
    let end = rest.dropFirst().firstIndex { $0 == "*" || $0.isWhitespace } ?? rest.endIndex
    let body = rest[..<end]
    rest = rest[end...]
    return try repeated([namedKey(body)], wordFrom: start)
  }

  /// The keys as often as the `*5` says that follows, up to the end of the word.
  private mutating func repeated(_ keys: [Key], wordFrom start: Substring) throws(KeyScriptError) -> [Key] {
    let suffix = rest.prefix { !$0.isWhitespace }
    rest = rest[suffix.endIndex...]
    if suffix.isEmpty { return keys }
    let word = String(start[..<suffix.endIndex])
    guard suffix.hasPrefix("*") else { throw .unknownKey(word, suggestion: nil) }
    guard let times = Int(suffix.dropFirst()), (1...9999).contains(times) else { throw .badRepetition(word) }
    return (0..<times).flatMap { _ in keys }
  }

  private mutating func quotedText() throws(KeyScriptError) -> String {
    let start = rest
    var text = ""
    rest.removeFirst()
    while let character = rest.popFirst() {
      if character == "\"" { return text }
      if character == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
      } else {
        text.append(character)
      }
    }
    throw .unclosedQuote(String(start))
  }
}

private func namedKey(_ word: Substring) throws(KeyScriptError) -> Key {
  if word.count == 1, let character = word.first { return .character(character) }
  let name = word.lowercased()
  if let named = namedKeys.first(where: { $0.name.lowercased() == name }) { return named.key }
  if name.count == 3, name.hasPrefix("c-"), let letter = name.last, letter.isASCII, letter.isLetter {
    return .control(letter)
  }
  if let colon = name.firstIndex(of: ":"), let button = mouseButton(named: name[..<colon]) {
    guard let place = place(name[name.index(after: colon)...]) else { throw .badPlace(String(word)) }
    return button(place)
  }
  if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
    return .function(number)
  }
  throw .unknownKey(String(word), suggestion: mostSimilar(to: name, among: namedKeys.map(\.name)))
}

private func mouseButton(named name: some StringProtocol) -> ((Point) -> Key)? {
  switch name {
  case "click": Key.click
  case "wheel-up": Key.wheelUp
  case "wheel-down": Key.wheelDown
  default: nil
  }
}

/// `30,7`: a column and a row, counted from 1 as terminals count them.
private func place(_ text: some StringProtocol) -> Point? {
  let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
  guard numbers.count == 2, let column = numbers[0], let row = numbers[1],
    (1...9999).contains(column), (1...9999).contains(row)
  else { return nil }
  return Point(column: column - 1, row: row - 1)
}

private func mouseWord(_ button: String, _ place: Point) -> String {
  "\(button):\(place.column + 1),\(place.row + 1)"
}

private func key(typing character: Character) -> Key {
  character == " " ? .space : .character(character)
}

private func quoted(_ text: String) -> String {
  let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
  return "\"" + escaped.joined() + "\""
}

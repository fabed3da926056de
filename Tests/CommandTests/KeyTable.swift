import Frames
import Tutorial
import TutorialView

/// The keys of the footer and the help page as a list of a manual page, each meaning once.
func keyTable(_ words: InterfaceWords) -> String {
  var shown: Set<Phrase> = []
  return KeyContext.allCases.map { context in
    let bindings = KeyMap.bindings.filter { $0.contexts.contains(context) }
    var keys: [Phrase: [Key]] = [:]
    var order: [Phrase] = []
    for binding in bindings {
      guard let phrase = meaning(of: binding, among: bindings) else { continue }
      if keys[phrase] == nil { order.append(phrase) }
      keys[phrase, default: []] += binding.keys
    }
    let rows = order.filter { shown.insert($0).inserted }.map { phrase in
      ".It Ic \(keys[phrase, default: []].map(keyLabel).joined(separator: " "))\n\(words[phrase])\n"
    }
    guard !rows.isEmpty else { return "" }
    let heading = context.rawValue.map { $0.isUppercase ? " \($0)" : $0.uppercased() }.joined()
    return ".Ss \(heading)\n.Bl -tag -width Ds\n\(rows.joined()).El\n"
  }.joined()
}

/// The sentence of the help page that speaks of a key, else the words of the footer; nil for a key of neither.
private func meaning(of binding: Binding, among bindings: [Binding]) -> Phrase? {
  if let help = binding.help { return help }
  let sameHint = bindings.first { $0.help != nil && $0.hint != nil && $0.hint == binding.hint }
  let sameEvent = bindings.first { $0.help != nil && $0.event == binding.event }
  return sameHint?.help ?? sameEvent?.help ?? binding.hint
}

private func keyLabel(_ key: Key) -> String {
  switch key {
  case .character(let sign):
    sign.isLetter || sign.isNumber ? String(sign) : sign == "-" ? "\\-" : "\\&\(sign)"
  case .control(let letter): "Ctrl\\-\(letter.uppercased())"
  case .backTab: "Shift\\-Tab"
  case .escape: "Esc"
  case .backspace: "Backspace"
  default: keyName(of: key)
  }
}

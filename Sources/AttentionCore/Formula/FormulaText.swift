extension Formula.Node {
  /// The canonical text: one spelling of each operation, blanks around infix signs, no needless parentheses.
  var text: String {
    switch kind {
    case .number(let literal): return literal.text
    case .name(let name): return name
    case .part(let whole, let rows, let columns):
      return whole.text(tighterThan: .postfix) + bracketsText(rows: rows, columns: columns)
    case .operation(let name, let arguments):
      switch operation(name, argumentCount: arguments.count)?.form {
      case .infix(let tightness):
        // Left to right: the right side of an equally tight operation needs its parentheses.
        let left = arguments[0].text(tighterThan: tightness)
        let right = arguments[1].text(tighterThan: tightness.next)
        return "\(left) \(name) \(right)"
      case .prefix: return name + arguments[0].text(tighterThan: .prefix)
      case .postfix: return arguments[0].text(tighterThan: .postfix) + name
      case .call, nil: return "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
      }
    }
  }

  /// The text, in parentheses if it holds together less tightly than its surroundings pull.
  private func text(tighterThan surroundings: Tightness) -> String {
    tightness < surroundings ? "(\(text))" : text
  }

  private var tightness: Tightness {
    guard case .operation(let name, let arguments) = kind else { return .postfix }
    switch operation(name, argumentCount: arguments.count)?.form {
    case .infix(let tightness): return tightness
    case .prefix: return .prefix
    case .postfix, .call, nil: return .postfix
    }
  }
}

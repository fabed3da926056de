/// A value of a YAML file as it is written: nothing is taken for a number, a truth value or nothing.
struct YAMLNode {
  enum Content {
    case scalar(YAMLScalar)
    case list([YAMLNode])
    /// In the order of the file, each key once.
    case map([YAMLEntry])
  }

  let place: Place
  let content: Content
}

/// A key and its value.
struct YAMLEntry {
  let key: String
  let keyPlace: Place
  let value: YAMLNode
}

/// A piece of text, plain or in quotes.
struct YAMLScalar {
  let text: String
  let place: Place
  let isPlain: Bool
  /// Whether the file has the text letter by letter, on one line and without escapes.
  let isVerbatim: Bool

  /// The place of a character of the text; the scalar's own where escapes or folded lines hide it.
  func place(at offset: Int) -> Place {
    guard isVerbatim else { return place }
    return Place(line: place.line, column: place.column + offset + (isPlain ? 0 : 1))
  }
}

extension YAMLNode {
  var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  var list: [YAMLNode]? { if case .list(let nodes) = content { nodes } else { nil } }
  var map: [YAMLEntry]? { if case .map(let entries) = content { entries } else { nil } }

  /// Whether nothing is written: `weights:` with no value.
  var isNothing: Bool { scalar.map { $0.isPlain && $0.text.isEmpty } ?? false }

  /// The items of a list; what is no list is a list of one, written without its brackets.
  var items: [YAMLNode] { list ?? [self] }

  /// What it is, for a complaint.
  var kind: String {
    switch content {
    case .scalar: isNothing ? "nothing" : "text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

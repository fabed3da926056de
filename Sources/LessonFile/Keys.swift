import AttentionCore

/// The keys of one kind of map in a lesson file.
struct Keys {
  /// For complaints: `an input`.
  let owner: String
  let known: [String]

  /// The values of a map by key, without those it should not have.
  ///
  /// - Returns: Nothing where the node is no map; a map that is left empty has no keys.
  func read(_ node: YAMLNode, _ faults: inout [Fault]) -> [String: YAMLEntry]? {
    if node.isNothing { return [:] }
    guard let entries = node.map else {
      faults.add(node.place, "\(owner) is a map of keys and values, this is \(node.kind)")
      return nil
    }
    var values: [String: YAMLEntry] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        values[entry.key] = entry
      } else if entry.isEndOfFormula {
        faults.add(entry.keyPlace, "a formula with a comma inside { } stands in quotes")
      } else {
        faults.add(
          entry.keyPlace, "\(owner) has no key \(entry.key)" + didYouMean(entry.key, among: known))
      }
    }
    return values
  }
}

extension YAMLEntry {
  /// Whether it is what a comma cut off from a formula, as `M)` of `mask(S, M)`.
  fileprivate var isEndOfFormula: Bool {
    value.isNothing && [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(key.utf8.last)
  }
}

/// `; did you mean dog?`, or nothing.
func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String {
  suggestion(for: word, among: candidates).map { "; did you mean \($0)?" } ?? ""
}

/// Which rows, or which columns: all, one, or a run; labels as they are written.
public enum Index: Hashable, Sendable {
  case all
  case one(String)
  case run(String, String)

  /// As in a formula: `*`, `dog`, `"."`, `The..ran`.
  var text: String {
    switch self {
    case .all: "*"
    case .one(let label): quoted(label)
    case .run(let first, let last): quoted(first) + ".." + quoted(last)
    }
  }
}

/// Where the two indices of a part are written.
struct IndexPlaces: Hashable, Sendable {
  var rows = TextOffset()
  var columns = TextOffset()
}

/// The brackets after a name: nothing for the whole, `[dog]`, `[dog,3]`.
func bracketsText(rows: Index, columns: Index) -> String {
  columns == .all ? "[\(rows.text)]" : "[\(rows.text),\(columns.text)]"
}

private func quoted(_ label: String) -> String {
  let isPlain = label.first.map(\.startsLabel) == true && label.dropFirst().allSatisfy(\.continuesLabel)
  return isPlain ? label : "\"\(label)\""
}

extension Character {
  var startsLabel: Bool { isASCIIDigit || isASCIILetter || (!isASCII && isLetter) }
  var continuesLabel: Bool { startsLabel || self == "_" || self == "-" || self == "'" }
}

extension Axis {
  /// The positions that an index names.
  ///
  /// - Parameters:
  ///   - owner: The matrix, for the complaint.
  ///   - kind: `row` or `column`, for the complaint.
  func positions(of index: Index, in owner: String, kind: String, at place: TextOffset) throws(FormulaError)
    -> Range<Int>
  {
    func find(_ label: String) throws(FormulaError) -> Int {
      if let position = self.position(of: label) { return position }
      let meant = didYouMean(label, among: names ?? [])
      let known = meant.isEmpty ? ": its \(kind)s are \(listing)" : meant
      throw FormulaError(message: "\(owner) has no \(kind) \(label)\(known)", offset: place.characters)
    }
    switch index {
    case .all: return 0..<count
    case .one(let label):
      let position = try find(label)
      return position..<(position + 1)
    case .run(let from, let to):
      let first = try find(from)
      let last = try find(to)
      guard first <= last else {
        throw FormulaError(
          message: "\(from)..\(to) runs backwards: write \(to)..\(from)", offset: place.characters)
      }
      return first..<(last + 1)
    }
  }
}

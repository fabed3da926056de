/// The rows or the columns of a matrix: how many there are and, if they have any, their names.
public struct Axis: Hashable, Sendable {
  public let count: Int
  /// One for each position, unique; nil: the positions are numbered from 1.
  public let names: [String]?

  public init(count: Int) {
    self.count = max(0, count)
    names = nil
  }

  public init(names: [String]) {
    count = names.count
    self.names = names
  }

  /// The label of a position counted from 0: `dog`, or `3` on an axis without names.
  public func name(of position: Int) -> String {
    guard let names, names.indices.contains(position) else { return String(position + 1) }
    return names[position]
  }

  /// The position, counted from 0, of a label: a name, else a number from 1; nil if there is none.
  public func position(of label: String) -> Int? {
    if let position = names?.firstIndex(of: label) { return position }
    guard label.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(label), (1...max(1, count)).contains(number), count > 0
    else { return nil }
    return number - 1
  }

  /// The part of the axis at some positions, with the names it has there.
  func part(_ positions: Range<Int>) -> Axis {
    guard let names else { return Axis(count: positions.count) }
    return Axis(names: Array(names[positions]))
  }

  /// The axis of a result computed cell by cell from this axis and another; nil where they do not fit.
  ///
  /// Equal lengths fit, and one position stretches to any length. Names must agree on axes longer than 1; a
  /// name beats no name; two different names of a single position give none.
  func stretched(with other: Axis) -> Axis? {
    if count != other.count {
      if count == 1 { return other }
      return other.count == 1 ? self : nil
    }
    guard let names else { return other }
    guard let otherNames = other.names, otherNames != names else { return self }
    return count == 1 ? Axis(count: 1) : nil
  }

  /// Whether positions of this axis can be paired with those of another: same length, no two names at odds.
  func meets(_ other: Axis) -> Bool {
    count == other.count && (names == nil || other.names == nil || names == other.names)
  }

  /// The labels for a sentence: `dog, quickly`, or `1 to 3`; long lists are cut after eight.
  var listing: String {
    guard let names else { return count == 1 ? "1" : "1 to \(count)" }
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? shown + ", …" : shown
  }
}

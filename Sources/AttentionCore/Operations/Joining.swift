// What `concat` and `stack` have in common: one axis is shared, the other is joined.

extension Rearrangement {
  /// The axis that all arguments share: equal lengths, and no two names at odds.
  func sharedAxis(
    of arguments: [Argument], _ kind: String, _ axis: KeyPath<Shape, Axis>
  ) throws(Misfit) -> Axis {
    let first = arguments[0]
    var shared = first.shape[keyPath: axis]
    for argument in arguments.dropFirst() {
      let other = argument.shape[keyPath: axis]
      guard other.count == shared.count, let both = shared.stretched(with: other) else {
        throw Misfit(
          message: "\(name) needs the same \(kind): those of \(first.text) are \(shared.listing), "
            + "those of \(argument.text) are \(other.listing)")
      }
      shared = both
    }
    return shared
  }

  /// One axis after the other; the names stay if every part has names and none comes twice.
  func joinedAxis(_ axes: [Axis]) -> Axis {
    let names = axes.compactMap(\.names).flatMap(\.self)
    let count = axes.reduce(0) { $0 + $1.count }
    return names.count == count && Set(names).count == count ? Axis(names: names) : Axis(count: count)
  }
}

extension Operands {
  /// The operand on which a position of the joined axis lies, and the position there.
  func place(_ position: Int, _ length: KeyPath<Matrix, Int>) -> (operand: Int, position: Int) {
    var position = position
    for operand in nodes.indices.dropLast() {
      let length = self[operand][keyPath: length]
      if position < length { return (operand, position) }
      position -= length
    }
    return (nodes.count - 1, position)
  }
}

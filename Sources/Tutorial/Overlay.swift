import AttentionCore

/// What lies over the lesson until it is closed.
public enum Overlay: Hashable, Sendable {
  /// The keys, with the first line on screen.
  case help(scroll: Int)
  /// The stages of the lesson, with the chosen one.
  case goTo(selected: Int)
  /// Where a number came from, followed down to the inputs.
  case why(WhyTrail)
  /// The footer asks whether to leave.
  case quit
}

/// The cells that were followed down from the first question; the last is on screen.
public struct WhyTrail: Hashable, Sendable {
  public struct Stop: Hashable, Sendable {
    public var cell: CellReference
    /// Which of the explanation's sources is chosen.
    public var selected = 0
  }

  public internal(set) var stops: [Stop]
  public internal(set) var current: Stop

  init(_ cell: CellReference) {
    stops = []
    current = Stop(cell: cell)
  }

  mutating func follow(_ cell: CellReference) {
    stops.append(current)
    current = Stop(cell: cell)
  }

  /// Goes back to the cell that was followed from; false at the first one.
  mutating func goBackUp() -> Bool {
    guard let last = stops.popLast() else { return false }
    current = last
    return true
  }
}

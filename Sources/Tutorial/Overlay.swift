import AttentionCore

/// What lies over the lesson until it is closed.
public enum Overlay: Hashable, Sendable {
  /// The keys, with the first line on screen.
  case help(scroll: Int)
  /// The places of the course.
  case goTo(ListPlace)
  /// The lessons of the course, with how much of each is done.
  case course(selected: Int)
  /// The terms of the field.
  case glossary(ListPlace)
  /// Where a number came from, followed down to the inputs.
  case why(WhyTrail)
  /// The sandbox asks for a sentence, or for a folder to save it in.
  case form(Form)
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

/// Where the learner is in a list that can be narrowed down.
public struct ListPlace: Hashable, Sendable {
  /// The chosen line, among those that are left.
  public var selected: Int
  /// What the lines have to contain.
  public var filter = ""
  /// Whether letters go into the filter.
  public var isTyping = false

  public init(selected: Int, filter: String = "") {
    self.selected = selected
    self.filter = filter
  }
}

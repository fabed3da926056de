import AttentionCore

/// What the learner may change in a step.
public struct Permission: Hashable, Sendable {
  /// Cells that may hold any number in range.
  public var targets: [Target]
  /// Edits that are offered as they are, played with Enter.
  public var edits: [Edit]

  public init(targets: [Target] = [], edits: [Edit] = []) {
    self.targets = targets
    self.edits = edits
  }
}

/// A prediction: answered before the reveal, in a place of its own.
public struct Question: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case choices([Choice])
    /// A typed number; the formula is evaluated in the question's place.
    case number(Answer)
  }

  public var kind: Kind
  /// What holds after the step's experiment: the worksheet's own evidence for the right choice.
  public var proof: [Comparison]

  public init(kind: Kind, proof: [Comparison] = []) {
    self.kind = kind
    self.proof = proof
  }
}

/// One choice of a question.
public struct Choice: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case right, wrong
    /// Wrong, and it shows a known misconception, by its id in `course.yaml`.
    case misconception(String)
  }

  public var id: String
  public var verdict: Verdict

  public init(id: String, verdict: Verdict) {
    self.id = id
    self.verdict = verdict
  }
}

/// A task: goals on live values, in a place of its own.
public struct Challenge: Hashable, Sendable {
  /// How much may differ from the start.
  public enum Limit: String, Hashable, Sendable, CaseIterable { case cell, row }

  /// One condition; all goals of a challenge must hold.
  public struct Goal: Hashable, Sendable {
    public var id: String
    public var comparison: Comparison

    public init(id: String, comparison: Comparison) {
      self.id = id
      self.comparison = comparison
    }
  }

  public var goals: [Goal]
  public var limit: Limit?
  /// What the last tip offers to show.
  public var solution: [Edit]
  /// An attempt that looks right and is not: the checker proves that it fails.
  public var wrong: [Edit]

  public init(goals: [Goal], limit: Limit? = nil, solution: [Edit], wrong: [Edit] = []) {
    self.goals = goals
    self.limit = limit
    self.solution = solution
    self.wrong = wrong
  }
}

// MARK: What is allowed

extension Permission {
  /// Whether the learner may put a number into a cell.
  public func allows(_ cell: CellAddress, in worksheet: Worksheet) -> Bool {
    worksheet.input(cell.name)?.isFixed != true
      && targets.contains { worksheet.cells(of: $0)?.contains(cell) == true }
  }

  /// Whether an edit is one of those that are offered, or puts numbers into cells that may hold any.
  public func allows(_ edit: Edit, in worksheet: Worksheet) -> Bool {
    if edits.contains(where: { $0.formula == edit.formula && worksheet.areSame($0.target, edit.target) }) {
      return true
    }
    guard !worksheet.isWholeFormula(edit.target), let cells = worksheet.cells(of: edit.target) else {
      return false
    }
    return cells.allSatisfy { allows($0, in: worksheet) }
  }
}

extension Step {
  /// Whether the learner may put a number into a cell: without a permission, into every input that is not fixed.
  public func allows(_ cell: CellAddress, in worksheet: Worksheet) -> Bool {
    permission?.allows(cell, in: worksheet) ?? (worksheet.input(cell.name)?.isFixed == false)
  }

  /// Whether the learner may make an edit: without a permission, of every input that is not fixed.
  public func allows(_ edit: Edit, in worksheet: Worksheet) -> Bool {
    permission?.allows(edit, in: worksheet) ?? (worksheet.input(edit.target.name)?.isFixed == false)
  }
}

extension Challenge.Limit {
  /// Whether no more than one cell, or one row, differs from the start.
  ///
  /// What counts is what the learner did: the numbers of inputs and those typed over formulas. What follows from them
  /// may move everywhere; another formula is more than any limit.
  public func keeps(_ worksheet: Worksheet, since start: Worksheet) -> Bool {
    let formulasAreKept = worksheet.names.allSatisfy { worksheet.formula(of: $0) == start.formula(of: $0) }
    guard formulasAreKept else { return false }
    let touched = worksheet.names.flatMap { worksheet.touchedCells(of: $0, since: start) }
    switch self {
    case .cell: return touched.count <= 1
    case .row: return touched.allSatisfy { $0.name == touched[0].name && $0.row == touched[0].row }
    }
  }
}

extension Worksheet {
  /// The cells that a target names; nil where it does not fit.
  fileprivate func cells(of target: Target) -> [CellAddress]? {
    guard let region = try? position(of: target) else { return nil }
    return region.rows.flatMap { row in
      region.columns.map { CellAddress(name: target.name, row: row, column: $0) }
    }
  }

  /// Whether an edit of this target puts another formula in place.
  fileprivate func isWholeFormula(_ target: Target) -> Bool { target.isWhole && input(target.name) == nil }

  /// Whether two targets name the same cells, whatever they call them: `K[dog]` and `K[1]`.
  fileprivate func areSame(_ left: Target, _ right: Target) -> Bool {
    guard left.name == right.name, isWholeFormula(left) == isWholeFormula(right) else { return false }
    guard let region = try? position(of: left) else { return false }
    return region == (try? position(of: right))
  }

  /// The cells of a matrix into which something else was put than at the start.
  fileprivate func touchedCells(of name: String, since start: Worksheet) -> [CellAddress] {
    guard let now = self[name], let before = start[name] else { return [] }
    var cells: [CellAddress] = []
    for row in 0..<now.rowCount {
      for column in 0..<now.columnCount {
        let isPut = input(name) != nil || isTypedOver(name, row: row, column: column)
        let wasPut = input(name) != nil || start.isTypedOver(name, row: row, column: column)
        let differs = now[row: row, column: column] != before[row: row, column: column]
        if isPut != wasPut || (isPut && differs) {
          cells.append(CellAddress(name: name, row: row, column: column))
        }
      }
    }
    return cells
  }
}

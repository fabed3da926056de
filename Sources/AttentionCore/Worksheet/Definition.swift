/// A matrix that the learner may edit, with the limits of its numbers.
public struct Input: Hashable, Sendable {
  public var shape: Shape
  /// Row by row.
  public var numbers: [Double]
  public var range: ClosedRange<Double>
  /// What one nudge adds.
  public var step: Double
  /// Whether it can never be edited.
  public var isFixed: Bool

  public init(
    shape: Shape, numbers: [Double], range: ClosedRange<Double> = -9.99...9.99, step: Double = 0.01,
    isFixed: Bool = false
  ) {
    self.shape = shape
    self.numbers = numbers
    self.range = range
    self.step = step
    self.isFixed = isFixed
  }
}

/// One line of a worksheet: a name, and its numbers or its formula.
public struct Definition: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    case input(Input)
    case formula(Formula)
  }

  public var name: String
  public var source: Source
  /// As the lesson states it; nil: inferred from the formula.
  public var role: MatrixRole?
  /// The decimals as the lesson states them; nil: 2 for inputs, weights and outputs, else 3.
  public var digits: Int?

  public init(name: String, source: Source, role: MatrixRole? = nil, digits: Int? = nil) {
    self.name = name
    self.source = source
    self.role = role
    self.digits = digits
  }
}

/// What is wrong with one of the definitions of a worksheet.
public struct DefinitionError: Error, Hashable, Sendable {
  /// The index of the definition.
  public let definition: Int
  public let error: FormulaError

  public init(definition: Int, error: FormulaError) {
    self.definition = definition
    self.error = error
  }
}

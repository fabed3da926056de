/// Every operation of the formula language. To add one, write its file and name it here.
let operations: [any Operation] = [
  Product(), Add(), Subtract(), Multiply(), Divide(), Negate(), Root(), Transpose(),
  Softmax(), Mask(), TopK(), Entropy(), Sum(), Maximum(),
  Exponential(), Logarithm(), Sine(), Cosine(), Absolute(),
  Concat(), Stack(), Rotate(), Columns(), Was(), Gradient(),
]

/// The operation that canonical text writes with a name or sign and a number of arguments.
func operation(_ name: String, argumentCount: Int) -> (any Operation)? {
  operations.first { $0.name == name && $0.form.accepts(argumentCount) }
}

/// The operation that is called `name(…)`.
func operation(calledAs name: String) -> (any Operation)? {
  operations.first { $0.callName == name }
}

/// Whether a word is taken by an operation, so that it cannot name a matrix.
func isOperation(_ name: String) -> Bool { operation(calledAs: name) != nil }

/// What can be written before a parenthesis.
var operationNames: [String] { operations.compactMap(\.callName) }

extension Form {
  func accepts(_ argumentCount: Int) -> Bool {
    switch self {
    case .infix: argumentCount == 2
    case .prefix, .postfix: argumentCount == 1
    case .call(let arguments): arguments.contains(argumentCount)
    }
  }
}

extension Operation {
  /// The name before a parenthesis, if it can be called.
  fileprivate var callName: String? {
    if case .call = form { return name }
    return calledAs
  }

  /// `softmax takes 1 argument, here it has 2`; nil if the number is right.
  func complaint(argumentCount: Int, calledAs name: String) -> String? {
    guard !form.accepts(argumentCount) else { return nil }
    let taken: String
    switch form {
    case .call(let range) where range.upperBound == .max: taken = "at least \(range.lowerBound) arguments"
    case .call(let range): taken = counted(range.lowerBound, "argument")
    case .infix: taken = "2 arguments"
    case .prefix, .postfix: taken = "1 argument"
    }
    return "\(name) takes \(taken), here it has \(argumentCount)"
  }
}

/// `1 column`, `3 columns`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Reads the three kinds of sentence, by recursive descent: one method for each rule of the grammar.
///
///     formula = term , { ( "+" | "-" ) , term } ;
///     term    = unary , { ( "·" | "*" | "/" ) , unary } ;
///     unary   = ( "-" | "√" ) , unary | postfix ;
///     postfix = primary , { "ᵀ" | brackets } ;
///     primary = number | name | operation , "(" , formula , { "," , formula } , ")" | "(" , formula , ")" ;
///
/// Which signs and names stand for operations is the registry's to say, not the parser's.
struct Parser {
  static let deepest = 32

  var reader: Reader
  private var depth = 0

  init(_ text: String) throws(FormulaError) { reader = try Reader(text) }

  // MARK: Formulas

  mutating func formula() throws(FormulaError) -> Formula.Node {
    var node = try term()
    while let (name, offset) = takeSign(.infix(.sum)) {
      node = Formula.Node(.operation(name, [node, try term()]), offset: offset)
    }
    return node
  }

  private mutating func term() throws(FormulaError) -> Formula.Node {
    var node = try unary()
    while let (name, offset) = takeSign(.infix(.product)) {
      node = Formula.Node(.operation(name, [node, try unary()]), offset: offset)
    }
    return node
  }

  private mutating func unary() throws(FormulaError) -> Formula.Node {
    guard let (name, offset) = takeSign(.prefix) else { return try postfix() }
    try goDeeper()
    let argument = try unary()
    depth -= 1
    return Formula.Node(.operation(name, [argument]), offset: offset)
  }

  private mutating func postfix() throws(FormulaError) -> Formula.Node {
    var node = try primary()
    while true {
      if let (name, offset) = takeSign(.postfix) {
        node = Formula.Node(.operation(name, [node]), offset: offset)
      } else if let brackets = try brackets() {
        node = Formula.Node(
          .part(of: node, rows: brackets.rows, columns: brackets.columns), offset: node.offset,
          indexPlaces: brackets.places)
      } else {
        return node
      }
    }
  }

  private mutating func primary() throws(FormulaError) -> Formula.Node {
    reader.skipBlanks()
    let start = reader.position
    if reader.peek()?.isASCIIDigit == true || reader.peek() == "." {
      return Formula.Node(.number(try number()), offset: start)
    }
    if reader.take("(") {
      try goDeeper()
      let node = try formula()
      try expect(")", after: "the formula in parentheses")
      depth -= 1
      return node
    }
    guard let name = takeName() else {
      throw complaint("expected a matrix, a number or an operation, found \(reader.found)")
    }
    if reader.take("(") { return try call(name, at: start) }
    if isOperation(name) { throw complaint("expected ( after \(name)") }
    return Formula.Node(.name(name), offset: start)
  }

  /// An operation's arguments, from behind its opening parenthesis.
  private mutating func call(_ name: String, at offset: Int) throws(FormulaError) -> Formula.Node {
    guard let operation = operation(calledAs: name) else {
      let meant = didYouMean(name, among: operationNames)
      throw FormulaError(message: "there is no operation called \(name)\(meant)", offset: offset)
    }
    try goDeeper()
    var arguments = [try formula()]
    while reader.take(",") { arguments.append(try formula()) }
    try expect(")", after: "the arguments of \(name)")
    depth -= 1
    if let message = operation.complaint(argumentCount: arguments.count, calledAs: name) {
      throw FormulaError(message: message, offset: offset)
    }
    return Formula.Node(.operation(operation.name, arguments), offset: offset)
  }

  /// `digits[.digits]`.
  mutating func number() throws(FormulaError) -> Literal {
    let start = reader.position
    let whole = reader.take(while: \.isASCIIDigit)
    var fraction = ""
    if reader.peek() == ".", reader.peek(1)?.isASCIIDigit == true {
      _ = reader.take(".")
      fraction = reader.take(while: \.isASCIIDigit)
    } else if reader.peek() == ".", reader.peek(1) != "T", reader.peek(1) != "." {
      throw FormulaError(
        message: whole.isEmpty ? "expected a number, found ." : "\(whole). is not a number: write \(whole)",
        offset: start)
    }
    guard !whole.isEmpty else {
      throw FormulaError(message: ".\(fraction) is not a number: write 0.\(fraction)", offset: start)
    }
    let text = fraction.isEmpty ? whole : "\(whole).\(fraction)"
    guard let value = scanNumber(text) else {
      throw FormulaError(message: "the number is too large", offset: start)
    }
    return Literal(value: value, decimals: fraction.count)
  }

  /// Whether a whole text is the name of a matrix.
  static func isName(_ text: String) -> Bool {
    guard var parser = try? Parser(text) else { return false }
    return parser.takeName() == text
  }

  mutating func takeName() -> String? {
    guard let first = reader.peek(), first.isASCIILetter else {
      return nil
    }
    return reader.take(while: \.continuesName)
  }

  /// Takes the sign of an operation, if one of a form comes next; its canonical spelling and place.
  private mutating func takeSign(_ form: Form) -> (name: String, offset: Int)? {
    reader.skipBlanks()
    guard let next = reader.peek(), !next.continuesName, !reader.sees("+/-") else { return nil }
    for sign in Sign.all where sign.form == form && reader.sees(sign.spelling) {
      let offset = reader.position
      _ = reader.take(sign.spelling)
      return (sign.name, offset)
    }
    return nil
  }

  // MARK: Parts

  typealias Brackets = (rows: Index, columns: Index, places: IndexPlaces)

  mutating func brackets() throws(FormulaError) -> Brackets? {
    guard reader.take("[") else { return nil }
    reader.skipBlanks()
    var places = IndexPlaces(rows: TextOffset(reader.position))
    let rows = try index()
    var columns = Index.all
    if reader.take(",") {
      reader.skipBlanks()
      places.columns = TextOffset(reader.position)
      columns = try index()
    }
    try expect("]", after: String(bracketsText(rows: rows, columns: columns).dropLast()))
    return (rows, columns, places)
  }

  private mutating func index() throws(FormulaError) -> Index {
    if reader.take("*") { return .all }
    let first = try label()
    return reader.take("..") ? .run(first, try label()) : .one(first)
  }

  private mutating func label() throws(FormulaError) -> String {
    reader.skipBlanks()
    if reader.take("\"") {
      let label = reader.take { $0 != "\"" }
      try expect("\"", after: label)
      return label
    }
    guard reader.peek()?.startsLabel == true else {
      throw complaint("expected the name or number of a row or column, found \(reader.found)")
    }
    return reader.take(while: \.continuesLabel)
  }

  // MARK: Complaints

  /// - Parameter what: Only a complaint needs it.
  mutating func expect(_ sign: String, after what: @autoclosure () -> String) throws(FormulaError) {
    if !reader.take(sign) { throw complaint("expected \(sign) after \(what())") }
  }

  /// - Throws: If anything but blanks is left.
  mutating func end() throws(FormulaError) {
    reader.skipBlanks()
    guard reader.peek() != nil else { return }
    if reader.peek() == ",", reader.last?.isASCIIDigit == true, reader.peek(1)?.isASCIIDigit == true {
      throw complaint("a number has a decimal point, not a comma")
    }
    throw complaint("expected an operation or the end, found \(reader.found)")
  }

  private mutating func goDeeper() throws(FormulaError) {
    depth += 1
    if depth > Parser.deepest { throw complaint("a formula is nested at most \(Parser.deepest) deep") }
  }

  func complaint(_ message: String) -> FormulaError {
    FormulaError(message: message, offset: reader.position)
  }
}

/// A sign that stands for an operation: its form, how it is written, the operation's canonical name.
private struct Sign {
  let form: Form
  let spelling: String
  let name: String

  static let all: [Sign] = operations.flatMap { operation in
    ([operation.name] + operation.otherSigns).map {
      Sign(form: operation.form, spelling: $0, name: operation.name)
    }
  }
}

extension Character {
  /// Whether it may stand in the name of a matrix: an ASCII letter, a digit or `_`.
  fileprivate var continuesName: Bool { isASCIILetter || isASCIIDigit || self == "_" }
}

import AttentionCore

/// A worksheet as far as it could be read.
struct ReadWorksheet {
  /// Without the matrices that were complained about, and those that need them.
  let worksheet: Worksheet
  /// All names in the file.
  let declared: [String]

  /// Whether a name is in the file, but could not be read: nothing can be said of what uses it.
  func isUnclear(_ name: String) -> Bool { declared.contains(name) && worksheet[name] == nil }
}

/// The worksheet of a lesson: inputs and formulas from top to bottom.
extension LessonReader {
  static let mostMatrices = 64

  private static let formulaKeys = Keys(owner: "a formula", known: ["formula", "role", "digits"])

  mutating func readWorksheet(_ node: YAMLNode) -> ReadWorksheet? {
    guard let entries = node.map, !entries.isEmpty else {
      faults.add(node.place, "a worksheet is a map from names to cells and formulas, this is \(node.kind)")
      return nil
    }
    guard entries.count <= Self.mostMatrices else {
      faults.add(
        node.place, "the worksheet has \(entries.count) matrices; there can be at most \(Self.mostMatrices)")
      return nil
    }
    let lines = Dictionary(entries.map { ($0.key, $0.keyPlace.line) }) { first, _ in first }
    let written = entries.compactMap { definition($0) }
    let unread = Set(lines.keys).subtracting(written.map(\.definition.name))
    let worksheet = compute(written, without: unread, lines: lines)
    return ReadWorksheet(worksheet: worksheet, declared: entries.map(\.key))
  }

  // MARK: One line

  /// A plain formula, a number, or a map with more to say.
  private mutating func definition(_ entry: YAMLEntry) -> WrittenDefinition? {
    guard checkName(entry) else { return nil }
    let name = entry.key
    if let keys = entry.value.map {
      return keys.contains { $0.key == "formula" }
        ? computed(entry.value, named: name)
        : input(entry.value, named: name).map { WrittenDefinition(definition: $0, place: entry.keyPlace) }
    }
    guard let scalar = entry.value.scalar, !scalar.text.isEmpty else {
      faults.add(
        entry.value.place,
        entry.value.list == nil
          ? "\(name) has neither a formula nor cells" : "the cells of \(name) stand in a map: {cells: [[…]]}")
      return nil
    }
    if scalar.isPlain, scanNumber(scalar.text) != nil {
      return number(entry.value).map { number in
        let input = Input(shape: Shape(rows: Axis(count: 1), columns: Axis(count: 1)), numbers: [number])
        return WrittenDefinition(
          definition: Definition(name: name, source: .input(input)), place: entry.keyPlace)
      }
    }
    return formula(scalar).map {
      WrittenDefinition(
        definition: Definition(name: name, source: .formula($0)), place: scalar.place, formula: scalar)
    }
  }

  /// A formula with more to say: `{formula: entropy(A), digits: 3}`.
  private mutating func computed(_ node: YAMLNode, named name: String) -> WrittenDefinition? {
    guard let values = Self.formulaKeys.read(node, &faults), let written = values["formula"]?.value else {
      return nil
    }
    let role = values["role"].flatMap { self.role($0.value) }
    let digits = values["digits"].flatMap { wholeNumber($0.value, "digits", in: 0...7) }
    guard let scalar = written.scalar else {
      faults.add(written.place, "a formula is text, this is \(written.kind)")
      return nil
    }
    return formula(scalar).map {
      WrittenDefinition(
        definition: Definition(name: name, source: .formula($0), role: role, digits: digits),
        place: scalar.place, formula: scalar)
    }
  }

  private mutating func formula(_ scalar: YAMLScalar) -> Formula? {
    do throws(FormulaError) {
      return try Formula(parsing: scalar.text)
    } catch {
      faults.add(scalar.place(at: error.offset), error.message)
      return nil
    }
  }

  /// Whether the core takes the name; a worksheet of this name alone says so.
  private mutating func checkName(_ entry: YAMLEntry) -> Bool {
    if isTrusted { return true }
    do throws(DefinitionError) {
      _ = try Worksheet([Definition(name: entry.key, source: .formula(.number(0)))])
      return true
    } catch {
      faults.add(entry.keyPlace, error.error.message)
      return false
    }
  }

  // MARK: All lines together

  /// Computes what can be computed, leaving out what does not fit and all that needs it.
  private mutating func compute(
    _ written: [WrittenDefinition], without unread: Set<String>, lines: [String: Int]
  ) -> Worksheet {
    var unclear = unread
    var rest = written
    while true {
      rest = rest.filter { line in
        let isClear = unclear.isDisjoint(with: line.names)
        if !isClear { unclear.insert(line.definition.name) }
        return isClear
      }
      do throws(DefinitionError) {
        let worksheet = try Worksheet(rest.map(\.definition))
        if !isTrusted { checkValues(of: worksheet, rest) }
        return worksheet
      } catch {
        let wrong = rest.remove(at: error.definition)
        unclear.insert(wrong.definition.name)
        let sentence = wrong.complaintAboutOrder(at: error.error.offset, lines: lines) ?? error.error.message
        faults.add(wrong.place(at: error.error.offset), sentence)
      }
    }
  }

  /// Complains about formulas that have no value at the start, in the first matrix where it is missing.
  private mutating func checkValues(of worksheet: Worksheet, _ written: [WrittenDefinition]) {
    for line in written {
      guard let sentence = worksheet.missingValue(in: line.definition.name, "at the start") else { continue }
      faults.add(line.place, sentence)
    }
  }
}

/// One line of the worksheet, and where its parts stand.
private struct WrittenDefinition {
  let definition: Definition
  /// Of the formula; of the name where there is none.
  let place: Place
  var formula: YAMLScalar?

  /// The matrices that its formula uses.
  var names: [String] {
    if case .formula(let formula) = definition.source { formula.names } else { [] }
  }

  func place(at offset: Int) -> Place { formula?.place(at: offset) ?? place }

  /// What to say if the formula uses a name too early, at an offset of its text; nil if it does not.
  func complaintAboutOrder(at offset: Int, lines: [String: Int]) -> String? {
    guard case .formula(let formula) = definition.source, let name = formula.root.name(at: offset),
      name != definition.name, let line = lines[name], line > place.line
    else { return nil }
    return "\(name) is defined below, on line \(line); a formula uses only names above it"
  }
}

extension Formula.Node {
  /// The matrix that is named at an offset of the formula's text.
  fileprivate func name(at offset: Int) -> String? {
    switch kind {
    case .number: return nil
    case .name(let name): return self.offset == offset ? name : nil
    case .part(let whole, _, _): return whole.name(at: offset)
    case .operation(_, let arguments): return arguments.lazy.compactMap { $0.name(at: offset) }.first
    }
  }
}

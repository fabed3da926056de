import AttentionCore

/// Numbers for the inputs of a lesson, from a file: what `attend compute` printed as CSV or JSON, or a table of numbers
/// for one matrix.
public struct LessonValues: Sendable {
  /// What puts the numbers into a worksheet; nothing for those that are there already.
  public let edits: [Edit]
  /// The computed matrices that the file has too: they follow from the inputs.
  public let computed: [String]

  /// The most bytes that a file of numbers may have.
  static let largest = 64 << 20
  /// No worksheet has more cells than this.
  static let mostLines = 1_000_000

  /// Reads a file and holds it against a worksheet.
  ///
  /// - Parameter matrix: The matrix that the file is a table of; nil: the file says whose each number is.
  /// - Returns: The numbers, if there are no complaints.
  /// - Throws: Why the file cannot be opened.
  public static func read(
    _ path: String, of matrix: String? = nil, for worksheet: Worksheet
  ) throws(FileError) -> (values: LessonValues?, complaints: [Complaint]) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readRegularFile(path, largest: largest)
    } catch {
      guard error.reason == .tooLarge else { throw error }
      let sentence = "the file is larger than \(largest >> 20) MiB"
      return (nil, [Complaint(file: path, place: .start, sentence: sentence)])
    }
    let (values, faults) = read(bytes, of: matrix, for: worksheet)
    return (values, faults.complaints(in: path))
  }

  static func read(
    _ bytes: [UInt8], of matrix: String? = nil, for worksheet: Worksheet
  ) -> (values: LessonValues?, faults: [Fault]) {
    var collector = ValuesCollector(worksheet)
    do throws(Fault) {
      let source = try text(bytes)
      if let matrix {
        try ValuesGrid(matrix, source).collect(into: &collector)
      } else if source.text.utf8.first(where: { !$0.isJSONBlank }) == UInt8(ascii: "{") {
        try ValuesJSON(source).collect(into: &collector)
      } else {
        try ValuesCSV(source).collect(into: &collector)
      }
    } catch {
      collector.faults.append(error)
    }
    return (collector.values, collector.faults)
  }

  /// Spreadsheets put a byte order mark before everything.
  private static func text(_ bytes: [UInt8]) throws(Fault) -> SourceText {
    guard bytes.count(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) <= mostLines else {
      throw Fault(place: .start, sentence: "the file has more than \(mostLines) lines")
    }
    return try SourceText(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }
}

/// The numbers of a file as they come, held against the inputs of a worksheet.
struct ValuesCollector {
  /// Who has so many complaints gets no more out of further ones.
  private static let mostFaults = 20

  var faults: [Fault] = []
  private let worksheet: Worksheet
  private var numbers: [String: [Int: (number: Double, line: Int)]] = [:]
  private var computed: [String] = []

  init(_ worksheet: Worksheet) { self.worksheet = worksheet }

  var isFull: Bool { faults.count >= Self.mostFaults }

  /// The shape of an input; nil for a computed matrix, and with a complaint for what the lesson does not have.
  mutating func shape(of name: String, at place: Place) -> Shape? {
    guard let matrix = worksheet[name] else {
      faults.add(
        place,
        "this lesson has no matrix \(name)" + didYouMean(name, among: worksheet.names)
          + (suggestion(for: name, among: worksheet.names) == nil
            ? ": it has \(worksheet.names.joined(separator: ", "))" : ""))
      return nil
    }
    guard worksheet.isInput(name) else {
      if !computed.contains(name) { computed.append(name) }
      return nil
    }
    if numbers[name] == nil { numbers[name] = [:] }
    return matrix.shape
  }

  /// Where labels of a row and a column are; nil, with a complaint, where they are not.
  mutating func position(
    of name: String, row: (text: String, place: Place), column: (text: String, place: Place)
  ) -> (row: Int, column: Int)? {
    do throws(FormulaError) {
      let rows = try worksheet.position(of: Target(name: name, rows: .one(row.text))).rows
      do throws(FormulaError) {
        let columns = try worksheet.position(of: Target(name: name, columns: .one(column.text))).columns
        return (rows.lowerBound, columns.lowerBound)
      } catch {
        faults.add(column.place, error.message)
      }
    } catch {
      faults.add(row.place, error.message)
    }
    return nil
  }

  /// Takes the number of a cell.
  ///
  /// - Parameters:
  ///   - place: Only a complaint needs it.
  ///   - commas: Whether its decimal sign may be a comma.
  mutating func put(
    _ text: some StringProtocol, into name: String, row: Int, column: Int, line: Int = 0,
    at place: @autoclosure () -> Place, commas: Bool
  ) {
    guard let input = worksheet.input(name) else { return }
    let index = row * input.shape.columns.count + column
    if let first = numbers[name]?[index] {
      faults.add(place(), "\(cellName(name, row, column)) is there already, on line \(first.line)")
      return
    }
    do throws(ValueNumberError) {
      let number = try ValueNumber.read(text, commas: commas)
      numbers[name]?[index] = (number, line)
      if let sentence = complaint(about: number, in: name, input, old: input.numbers[index]) {
        faults.add(place(), sentence)
      }
    } catch {
      faults.add(place(), "\(cellName(name, row, column)): \(error.message)")
    }
  }

  private func complaint(about number: Double, in name: String, _ input: Input, old: Double) -> String? {
    if number == old { return nil }
    if input.isFixed { return "\(name) is fixed in this lesson: here it is \(plainText(old))" }
    if worksheet.role(of: name) == .mask, number != 0, number != 1 {
      return "the cells of a mask are 0 or 1, not \(plainText(number))"
    }
    guard !input.range.contains(number) else { return nil }
    return "\(plainText(number)) is outside the range of \(name), \(plainText(input.range.lowerBound)) to "
      + plainText(input.range.upperBound)
  }

  /// Complains about inputs of which only some numbers came, since a file may have been cut off.
  mutating func finish(at place: Place) {
    guard faults.isEmpty else { return }
    for name in worksheet.names {
      guard let found = numbers[name], let shape = worksheet[name]?.shape else { continue }
      let count = shape.rows.count * shape.columns.count
      guard let gap = (0..<count).first(where: { found[$0] == nil }) else { continue }
      let cell = cellName(name, gap / shape.columns.count, gap % shape.columns.count)
      faults.add(place, "\(name) has \(found.count) of its \(count) numbers: \(cell) is missing")
    }
    if numbers.isEmpty { faults.add(place, "no number of an input is in this file") }
  }

  var values: LessonValues? {
    guard faults.isEmpty else { return nil }
    let edits = worksheet.names.flatMap { name -> [Edit] in
      guard let input = worksheet.input(name), let found = numbers[name] else { return [] }
      return found.sorted { $0.key < $1.key }.filter { $0.value.number != input.numbers[$0.key] }.map {
        let columns = input.shape.columns.count
        let target = Target(
          name: name, rows: .one("\($0.key / columns + 1)"), columns: .one("\($0.key % columns + 1)"))
        return Edit(target: target, formula: .number($0.value.number))
      }
    }
    return LessonValues(edits: edits, computed: computed)
  }

  private func cellName(_ name: String, _ row: Int, _ column: Int) -> String {
    guard let shape = worksheet[name]?.shape else { return name }
    return "\(name)[\(shape.rows.name(of: row)),\(shape.columns.name(of: column))]"
  }
}

import AttentionCore

/// A list of cells, `matrix,row,column,value`, one on each line; a spreadsheet may have put `;` or tabs between them.
struct ValuesCSV {
  private static let header = ["matrix", "row", "column", "value"]

  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func collect(into collector: inout ValuesCollector) throws(Fault) {
    let lines = source.lines
    let separator = lines.first.flatMap { line in
      [",", ";", "\t"].first { mark in fields(of: line, by: mark)?.map(\.text) == Self.header }
    }
    guard let separator else {
      throw Fault(place: .start, sentence: "a list of cells begins with the line matrix,row,column,value")
    }
    for (index, line) in lines.enumerated().dropFirst() where !line.isBlank {
      guard !collector.isFull else { return }
      read(line, by: separator, number: index + 1, into: &collector)
    }
    let last = Place(line: max(1, lines.count - 1), column: 1)
    // A number that was cut off is a number too.
    guard lines.last?.isEmpty == true else {
      throw Fault(
        place: Place(line: lines.count, column: 1),
        sentence: "the last line does not end: is the file whole?")
    }
    collector.finish(at: last)
  }

  private func read(
    _ line: Substring, by separator: Character, number: Int, into collector: inout ValuesCollector
  ) {
    let start = Place(line: number, column: 1)
    guard let fields = fields(of: line, by: separator) else {
      collector.faults.add(start, "a quotation mark is not closed")
      return
    }
    guard fields.count == Self.header.count else {
      collector.faults.add(
        start, "a line has 4 fields, matrix, row, column and value; this one has \(fields.count)")
      return
    }
    let places = fields.map { Place(line: number, column: $0.column) }
    let name = fields[0].text
    guard collector.shape(of: name, at: places[0]) != nil,
      let cell = collector.position(
        of: name, row: (fields[1].text, places[1]), column: (fields[2].text, places[2]))
    else { return }
    // Between quotation marks, and beside other separators, a comma can only be a decimal sign.
    collector.put(
      fields[3].text, into: name, row: cell.row, column: cell.column, line: number, at: places[3],
      commas: true)
  }

  /// The fields of a line as RFC 4180 has them, and where they begin; nil where a quotation mark is not closed.
  private func fields(
    of line: Substring, by separator: Character
  ) -> [(text: String, column: Int)]? {
    var fields: [(text: String, column: Int)] = []
    var (text, start, isQuoted, wasQuoted) = ("", 1, false, false)
    let letters = Array(line)
    var index = 0
    func end() -> (String, Int) { (wasQuoted ? text : text.trimmed, start) }
    while index < letters.count {
      let letter = letters[index]
      if isQuoted {
        if letter != "\"" {
          text.append(letter)
        } else if index + 1 < letters.count, letters[index + 1] == "\"" {
          text.append(letter)
          index += 1
        } else {
          isQuoted = false
        }
      } else if letter == "\"", text.isBlank, !wasQuoted {
        (text, isQuoted, wasQuoted) = ("", true, true)
      } else if letter == separator {
        fields.append(end())
        (text, start, wasQuoted) = ("", index + 2, false)
      } else if !wasQuoted || letter != " " {
        text.append(letter)
      }
      index += 1
    }
    guard !isQuoted else { return nil }
    return fields + [end()]
  }
}

/// A table of numbers for one matrix: its rows on lines, with commas, `;`, tabs or blanks between the numbers.
struct ValuesGrid {
  private let name: String
  private let source: SourceText

  init(_ name: String, _ source: SourceText) {
    self.name = name
    self.source = source
  }

  func collect(into collector: inout ValuesCollector) throws(Fault) {
    guard let shape = collector.shape(of: name, at: .start) else {
      if collector.faults.isEmpty {
        throw Fault(place: .start, sentence: "\(name) is computed: give its inputs")
      }
      return
    }
    let lines = source.lines.enumerated().filter { !$0.element.isBlank }
    guard lines.count == shape.rows.count else {
      let place = Place(line: (lines.last?.offset ?? 0) + 1, column: 1)
      throw Fault(
        place: place,
        sentence: "\(name) has \(counted(shape.rows.count, "row")), here are \(lines.count)")
    }
    let separator = [";", "\t", ","].first { mark in lines.contains { $0.element.contains(mark) } }
    for (row, line) in lines.enumerated() where !collector.isFull {
      let fields = self.fields(of: line.element, by: separator)
      let place = Place(line: line.offset + 1, column: 1)
      guard fields.count == shape.columns.count else {
        collector.faults.add(
          place,
          "\(name) has \(counted(shape.columns.count, "column")), this row has \(counted(fields.count, "number"))"
            + (separator == "," && fields.count == 2 * shape.columns.count
              ? ": where a comma is the decimal sign, put ; between the numbers" : ""))
        continue
      }
      for (column, field) in fields.enumerated() {
        collector.put(
          field.text, into: name, row: row, column: column,
          at: Place(line: place.line, column: field.column), commas: separator != ",")
      }
    }
    collector.finish(at: Place(line: source.lines.count, column: 1))
  }

  private func fields(of line: Substring, by separator: Character?) -> [(text: Substring, column: Int)] {
    let parts =
      separator.map { line.split(separator: $0, omittingEmptySubsequences: false) }
      ?? line.split(separator: " ")
    return parts.map { ($0, line[..<$0.startIndex].count + 1) }
  }
}

extension StringProtocol {
  var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" } }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(self[...].drop { $0 == " " || $0 == "\t" }[...].trimmingEnd)
  }
}

import AttentionCore

/// The object that `attend compute --format json` prints: its matrices with their rows, columns and cells.
struct ValuesJSON {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func collect(into collector: inout ValuesCollector) throws(Fault) {
    let root: JSONNode
    do throws(JSONReader.Failure) {
      root = try JSONReader.read(source.text)
    } catch {
      throw Fault(place: place(error.offset), sentence: error.sentence)
    }
    let keys = try object(root, ["lesson", "matrices"])
    guard let matrices = keys["matrices"], case .object(let entries) = matrices.content else {
      throw Fault(place: place(root.offset), sentence: "expected \"matrices\": {…}")
    }
    for entry in entries where !collector.isFull {
      guard let shape = collector.shape(of: entry.key, at: place(entry.offset)) else { continue }
      try read(entry.value, named: entry.key, shape, into: &collector)
    }
    collector.finish(at: place(source.text.utf8.count))
  }

  private func read(
    _ node: JSONNode, named name: String, _ shape: Shape, into collector: inout ValuesCollector
  ) throws(Fault) {
    let keys = try object(node, ["rows", "columns", "cells"])
    try check(keys["rows"], shape.rows, "rows of \(name)")
    try check(keys["columns"], shape.columns, "columns of \(name)")
    guard let cells = keys["cells"] else {
      throw Fault(place: place(node.offset), sentence: "\(name) has no cells")
    }
    let rows = try list(cells, "rows", of: name, count: shape.rows.count)
    for (row, node) in rows.enumerated() {
      let items = try list(node, "numbers in a row", of: name, count: shape.columns.count)
      for (column, item) in items.enumerated() where !collector.isFull {
        guard case .number(let text) = item.content else {
          collector.faults.add(place(item.offset), "\(name) has something else than a number here")
          continue
        }
        collector.put(text, into: name, row: row, column: column, at: place(item.offset), commas: false)
      }
    }
  }

  private func list(_ node: JSONNode, _ what: String, of name: String, count: Int) throws(Fault) -> [JSONNode]
  {
    guard case .array(let items) = node.content else {
      throw Fault(place: place(node.offset), sentence: "the cells of \(name) are rows of numbers: [[…], […]]")
    }
    guard items.count == count else {
      throw Fault(
        place: place(node.offset), sentence: "\(name) has \(count) \(what), here are \(items.count)")
    }
    return items
  }

  /// Holds names against those of the lesson; they may be left out.
  private func check(_ node: JSONNode?, _ axis: Axis, _ what: String) throws(Fault) {
    guard let node else { return }
    let names = (0..<axis.count).map(axis.name)
    if case .array(let items) = node.content {
      let written = items.map { item in
        if case .string(let text) = item.content { text } else { "" }
      }
      if written == names { return }
    }
    throw Fault(
      place: place(node.offset), sentence: "the \(what) are \(names.joined(separator: ", ")) in this lesson")
  }

  private func object(_ node: JSONNode, _ known: [String]) throws(Fault) -> [String: JSONNode] {
    guard case .object(let entries) = node.content else {
      throw Fault(
        place: place(node.offset), sentence: "expected an object with \(known.joined(separator: ", "))")
    }
    for entry in entries where !known.contains(entry.key) {
      throw Fault(
        place: place(entry.offset),
        sentence: "there is no key \(entry.key) here" + didYouMean(entry.key, among: known))
    }
    return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// Line and column of a byte.
  private func place(_ offset: Int) -> Place {
    let before = source.text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    return Place(line: line, column: String(Substring(before[start...])).count + 1)
  }
}

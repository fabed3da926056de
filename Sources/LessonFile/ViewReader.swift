import AttentionCore
import Tutorial

/// What a step shows, and how: `show`, `as`, `reveal`, `strip`.
extension LessonReader {
  /// Reads what is said; what is not said stays as it is.
  mutating func readView(_ values: [String: YAMLEntry], _ sheet: ReadWorksheet, _ step: inout Step) {
    if let node = values["show"]?.value { step.show = show(node, sheet) }
    if let node = values["as"]?.value { step.display = display(node) }
    if let node = values["reveal"]?.value { step.reveal = wholeNumber(node, "reveal", in: 1...999) }
    if let node = values["strip"]?.value { step.strip = strip(node, sheet) }
  }

  /// `strip: [weights, output]`.
  mutating func strip(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Strip {
    let names = node.items.compactMap { item -> String? in
      guard let name = item.scalar?.text, sheet.declared.contains(name) else {
        let written = item.scalar?.text ?? item.kind
        faults.add(item.place, "nothing is called \(written)" + didYouMean(written, among: sheet.declared))
        return nil
      }
      return name
    }
    if node.items.count > 2 {
      faults.add(
        node.place,
        "the strip shows weights and, if there are any, an output; here it has \(node.items.count)")
    }
    return Strip(weights: names.first, output: names.dropFirst().first)
  }

  private mutating func show(_ node: YAMLNode, _ sheet: ReadWorksheet) -> [Shown] {
    node.isNothing ? [] : node.items.compactMap { shown($0, sheet) }
  }

  private mutating func shown(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Shown? {
    guard let scalar = node.scalar else {
      faults.add(node.place, "expected a matrix, a row or a cell, this is \(node.kind)")
      return nil
    }
    do throws(FormulaError) {
      let target = try Target(parsing: scalar.text)
      if sheet.isUnclear(target.name) { return nil }
      let region = try sheet.worksheet.position(of: target)
      guard target.rows != .all || target.columns == .all, target.rows == .all || region.rows.count == 1,
        target.columns == .all || region.columns.count == 1
      else {
        faults.add(node.place, "\(scalar.text) is neither a matrix nor a row nor a cell")
        return nil
      }
      return Shown(
        name: target.name, row: target.rows == .all ? nil : region.rows.lowerBound,
        column: target.columns == .all ? nil : region.columns.lowerBound)
    } catch {
      faults.add(scalar.place(at: error.offset), error.message)
      return nil
    }
  }

  private mutating func display(_ node: YAMLNode) -> Display? {
    let written = node.scalar?.text ?? node.kind
    if let display = Display(rawValue: written) { return display }
    let views = Display.allCases.map(\.rawValue)
    faults.add(node.place, "there is no view called \(written)" + didYouMean(written, among: views))
    return nil
  }

  /// Holds what a step itself says about its view against what it shows, which must be without fault.
  mutating func checkView(_ step: Step, _ values: [String: YAMLEntry], _ worksheet: Worksheet) {
    if let reveal = values["reveal"], step.show.isEmpty {
      faults.add(reveal.value.place, "\(step.id) reveals parts of an explanation, but shows nothing")
    }
    guard let view = values["as"]?.value, let display = step.display else { return }
    let shapes = step.show.map { worksheet.shape(of: $0) }
    switch display {
    case .bars where shapes.isEmpty:
      faults.add(view.place, "\(step.id) shows nothing that could be bars")
    case .ranking where !step.show.contains { worksheet.role(of: $0.name) == .weight }:
      faults.add(view.place, "\(step.id) shows no weights that could be put in order")
    case .compare where shapes.count != 2 || shapes[0] != shapes[1]:
      faults.add(view.place, "compare shows two of one shape side by side")
    case .history where shapes.isEmpty || shapes.contains { $0 != [1, 1] }:
      faults.add(view.place, "history shows cells, one line for each")
    case .angles where shapes.count != 1 || step.show[0].product(in: worksheet) == nil:
      faults.add(
        view.place,
        "angles shows one row of a product, a query with its keys, such as S[dog] where S is Q · Kᵀ")
    case .between where shapes.count != 1 || step.show[0].product(in: worksheet)?.isMixture != true:
      faults.add(
        view.place, "between shows one row of weights · values, such as O[dog] where O is A · V")
    case .bars, .ranking, .compare, .history, .angles, .between: break
    }
  }
}

extension Shown {
  /// The product whose row is shown; nil where it is no whole row, or no row of a product.
  fileprivate func product(in worksheet: Worksheet) -> ProductRow? {
    guard column == nil, let row = row ?? (worksheet[name]?.rowCount == 1 ? 0 : nil) else { return nil }
    return worksheet.productRow(name, row: row)
  }
}

extension Worksheet {
  /// Rows and columns of what is shown.
  fileprivate func shape(of shown: Shown) -> [Int] {
    [
      shown.row == nil ? self[shown.name]?.rowCount ?? 0 : 1,
      shown.column == nil ? self[shown.name]?.columnCount ?? 0 : 1,
    ]
  }
}

import AttentionCore
import Tutorial

/// What changes in a step: `edit`, `try`, and the edits of places and challenges.
extension LessonReader {
  static let longestList = 64

  /// Reads what is said; what is not said stays as it is.
  mutating func readChanges(_ values: [String: YAMLEntry], _ sheet: ReadWorksheet, _ step: inout Step) {
    if let node = values["edit"]?.value { step.permission = permission(node, sheet) }
    if let node = values["try"]?.value { step.experiment = edits(node, sheet) }
  }

  /// A list of edits; one alone stands without brackets.
  mutating func edits(_ node: YAMLNode, _ sheet: ReadWorksheet) -> [Edit] {
    items(of: node).compactMap { edit($0, sheet) }
  }

  /// The items of a list, which is not too long; nothing written is an empty list.
  mutating func items(of node: YAMLNode) -> [YAMLNode] {
    if node.isNothing { return [] }
    if node.items.count > Self.longestList {
      faults.add(
        node.place, "the list has \(node.items.count) items; there can be at most \(Self.longestList)")
    }
    return node.items
  }

  /// `[K[dog], S = Q · Kᵀ + 1]`: targets that may hold any number, and edits that are offered as they are.
  private mutating func permission(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Permission {
    var permission = Permission()
    for item in items(of: node) {
      if item.scalar?.text.hasEqualsSign == true {
        if let edit = edit(item, sheet) { permission.edits.append(edit) }
      } else if let target = target(item, sheet) {
        permission.targets.append(target)
      }
    }
    return permission
  }

  private mutating func edit(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Edit? {
    let read = sentence(node, "an edit, such as K[dog,3] = 3.10") { (text) throws(FormulaError) in
      try Edit(parsing: text)
    }
    guard let (edit, scalar) = read else { return nil }
    check(scalar, [edit.target.name] + edit.formula.names, sheet) { (worksheet) throws(FormulaError) in
      try worksheet.check(edit)
    }
    return edit
  }

  private mutating func target(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Target? {
    let read = sentence(node, "what may be changed, such as K[dog]") { (text) throws(FormulaError) in
      try Target(parsing: text)
    }
    guard let (target, scalar) = read else { return nil }
    check(scalar, [target.name], sheet) { (worksheet) throws(FormulaError) in
      _ = try worksheet.position(of: target)
    }
    if sheet.worksheet.input(target.name)?.isFixed == true {
      faults.add(scalar.place, "\(target.name) is fixed: it can never be changed")
    }
    return target
  }

  // MARK: Sentences

  /// Reads a text as one of the sentences of lessons.
  ///
  /// - Parameter kind: What is expected, for the complaint.
  mutating func sentence<Sentence>(
    _ node: YAMLNode, _ kind: String, _ parse: (String) throws(FormulaError) -> Sentence
  ) -> (Sentence, YAMLScalar)? {
    guard let scalar = node.scalar, !node.isNothing else {
      faults.add(node.place, "expected \(kind), this is \(node.kind)")
      return nil
    }
    do throws(FormulaError) {
      return (try parse(scalar.text), scalar)
    } catch {
      faults.add(scalar.place(at: error.offset), error.message)
      return nil
    }
  }

  /// Holds a sentence against the worksheet, where the lesson is not trusted and all its names could be read.
  mutating func check(
    _ scalar: YAMLScalar, _ names: [String], _ sheet: ReadWorksheet,
    _ check: (Worksheet) throws(FormulaError) -> Void
  ) {
    guard !isTrusted, !names.contains(where: sheet.isUnclear) else { return }
    do throws(FormulaError) {
      try check(sheet.worksheet)
    } catch {
      faults.add(scalar.place(at: error.offset), error.message)
    }
  }
}

extension String {
  /// Whether there is a `=` outside of quoted labels.
  fileprivate var hasEqualsSign: Bool {
    var isInLabel = false
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { isInLabel.toggle() }
      if byte == UInt8(ascii: "="), !isInLabel { return true }
    }
    return false
  }
}

import AttentionCore
import Tutorial

/// The stages of a lesson, and their steps.
extension LessonReader {
  static let mostStages = 100
  static let mostSteps = 300

  private static let stepKeys = ["show", "as", "reveal"]
  private static let laterKeys = [
    "strip", "edit", "start", "try", "choices", "answer", "proof", "goal", "limit", "solution", "wrong",
  ]
  private static let stageKeys = Keys(owner: "a stage", known: stepKeys + ["steps"], later: laterKeys)
  private static let keysOfStep = Keys(owner: "a step", known: stepKeys, later: laterKeys)

  mutating func readStages(_ node: YAMLNode, _ sheet: ReadWorksheet) -> [Stage] {
    guard let entries = node.map, !entries.isEmpty else {
      faults.add(node.place, "stages is a map from ids to stages, this is \(node.kind)")
      return []
    }
    if entries.count > Self.mostStages {
      faults.add(
        node.place, "the lesson has \(entries.count) stages; there can be at most \(Self.mostStages)")
    }
    var lines: [String: Int] = [:]
    let stages = entries.map { stage($0, sheet, lines: &lines) }
    let stepCount = stages.reduce(0) { $0 + $1.steps.count }
    if stepCount > Self.mostSteps {
      faults.add(node.place, "the lesson has \(stepCount) steps; there can be at most \(Self.mostSteps)")
    }
    return stages
  }

  /// - Parameter lines: Where the steps so far stand, by id.
  private mutating func stage(_ entry: YAMLEntry, _ sheet: ReadWorksheet, lines: inout [String: Int]) -> Stage
  {
    var stage = Stage(id: entry.key, steps: [])
    checkID(entry)
    guard let values = Self.stageKeys.read(entry.value, &faults) else { return stage }
    guard let steps = values["steps"]?.value, !steps.isNothing, steps.map?.isEmpty != true else {
      faults.add(entry.keyPlace, "the stage \(entry.key) has no steps")
      return stage
    }
    guard let entries = steps.map else {
      faults.add(steps.place, "steps is a map from ids to steps, this is \(steps.kind)")
      return stage
    }
    let defaults = step(values, id: "", sheet, defaults: Step(id: ""))
    for entry in entries {
      checkID(entry)
      if let line = lines.updateValue(entry.keyPlace.line, forKey: entry.key) {
        faults.add(entry.keyPlace, "there are two steps called \(entry.key); the other is on line \(line)")
      }
      guard let values = Self.keysOfStep.read(entry.value, &faults) else { continue }
      stage.steps.append(step(values, id: entry.key, sheet, defaults: defaults))
      if faults.isEmpty, let step = stage.steps.last { checkView(step, values, sheet.worksheet) }
    }
    return stage
  }

  private mutating func step(
    _ values: [String: YAMLEntry], id: String, _ sheet: ReadWorksheet, defaults: Step
  ) -> Step {
    Step(
      id: id,
      show: values["show"].map { show($0.value, sheet) } ?? defaults.show,
      display: values["as"].map { display($0.value) } ?? defaults.display,
      reveal: values["reveal"].map { wholeNumber($0.value, "reveal", in: 1...999) } ?? defaults.reveal)
  }

  private mutating func checkID(_ entry: YAMLEntry) {
    if !isID(entry.key) { faults.add(entry.keyPlace, badID(entry.key)) }
  }

  // MARK: What a step shows

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
    if ["ranking", "history"].contains(written) {
      faults.add(node.place, "this attend does not know the view \(written) yet: upgrade attend")
    } else {
      let views = Display.allCases.map(\.rawValue)
      faults.add(node.place, "there is no view called \(written)" + didYouMean(written, among: views))
    }
    return nil
  }

  /// Holds what a step itself says about its view against what it shows, which must be without fault.
  private mutating func checkView(_ step: Step, _ values: [String: YAMLEntry], _ worksheet: Worksheet) {
    if let reveal = values["reveal"], step.show.isEmpty {
      faults.add(reveal.value.place, "\(step.id) reveals parts of an explanation, but shows nothing")
    }
    guard let view = values["as"], let display = step.display else { return }
    let shapes = step.show.map { worksheet.shape(of: $0) }
    switch display {
    case .bars where shapes.isEmpty:
      faults.add(view.value.place, "\(step.id) shows nothing that could be bars")
    case .compare where shapes.count != 2 || shapes[0] != shapes[1]:
      faults.add(view.value.place, "compare shows two of one shape side by side")
    case .bars, .compare, .ranking, .history: break
    }
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

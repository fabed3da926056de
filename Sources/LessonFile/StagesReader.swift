import AttentionCore
import Tutorial

/// The stages of a lesson, and their steps.
extension LessonReader {
  static let mostStages = 100
  static let mostSteps = 300

  private static let stepKeys = [
    "show", "as", "reveal", "strip", "edit", "start", "try", "choices", "answer", "proof", "goal", "limit",
    "solution", "wrong",
  ]
  private static let stageKeys = Keys(owner: "a stage", known: stepKeys + ["steps"])
  private static let keysOfStep = Keys(owner: "a step", known: stepKeys)

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
    guard var values = Self.stageKeys.read(entry.value, &faults) else { return stage }
    guard let steps = values.removeValue(forKey: "steps")?.value, !steps.isNothing, steps.map?.isEmpty != true
    else {
      faults.add(entry.keyPlace, "the stage \(entry.key) has no steps")
      return stage
    }
    guard let entries = steps.map else {
      faults.add(steps.place, "steps is a map from ids to steps, this is \(steps.kind)")
      return stage
    }
    written.stages[entry.key] = values
    // The start of a stage is its own: its steps are no places by it.
    stage.start = values.removeValue(forKey: "start").map { edits($0.value, sheet) }
    var defaults = Step(id: "")
    readView(values, sheet, &defaults)
    readChanges(values, sheet, &defaults)
    for entry in entries {
      checkID(entry)
      if let line = lines.updateValue(entry.keyPlace.line, forKey: entry.key) {
        faults.add(entry.keyPlace, "there are two steps called \(entry.key); the other is on line \(line)")
      }
      guard let own = Self.keysOfStep.read(entry.value, &faults) else { continue }
      stage.steps.append(step(entry, own, values, defaults, sheet))
    }
    return stage
  }

  /// - Parameters:
  ///   - own: What the step says itself.
  ///   - inherited: What its stage says.
  ///   - defaults: The step that the stage alone would make.
  private mutating func step(
    _ entry: YAMLEntry, _ own: [String: YAMLEntry], _ inherited: [String: YAMLEntry], _ defaults: Step,
    _ sheet: ReadWorksheet
  ) -> Step {
    var step = defaults
    step.id = entry.key
    readView(own, sheet, &step)
    readChanges(own, sheet, &step)
    step.start = own["start"].map { edits($0.value, sheet) }
    let values = inherited.merging(own) { $1 }
    written.steps[step.id] = values
    readTask(values, sheet, &step)
    if faults.isEmpty { checkView(step, own, sheet.worksheet) }
    return step
  }

  private mutating func checkID(_ entry: YAMLEntry) {
    if !isID(entry.key) { faults.add(entry.keyPlace, badID(entry.key)) }
  }
}

/// What the stages and steps of a lesson say, as it is written: for complaints that come after reading.
struct WrittenSteps {
  /// The keys of each stage, by its id.
  var stages: [String: [String: YAMLEntry]] = [:]
  /// The keys of each step, by its id, with those of its stage.
  var steps: [String: [String: YAMLEntry]] = [:]
}

import AttentionCore
import Tutorial

/// Proves what a lesson claims about its own numbers, by playing it: each edit can be made where it stands, proofs
/// hold, challenges fail at their start and pass with their solution.
struct LessonProver {
  /// The values of a step at one time, for its words.
  struct Moment {
    /// When that is: `after try`.
    let name: String
    let worksheet: Worksheet
  }

  let lesson: Lesson
  let written: WrittenSteps
  private(set) var faults: [Fault] = []
  /// By the step's id.
  private var moments: [String: [Moment]] = [:]
  /// The values that places begin with; nil where they cannot be had.
  private var starts: [PlaceID: Worksheet?] = [:]

  init(_ reading: LessonReader.Reading) {
    lesson = reading.lesson
    written = reading.written
  }

  mutating func prove() {
    for stage in lesson.stages where stage.start != nil { _ = start(of: .stage(stage.id)) }
    for (index, step) in lesson.steps.enumerated() {
      guard let start = start(of: lesson.place(ofStep: index)) else { continue }
      prove(step, start)
    }
    // What a stage says is played in each of its steps.
    var seen: Set<Fault> = []
    faults = faults.filter { seen.insert($0).inserted }
  }

  /// Complains about live values of the words that have no value at some moment of their step.
  func faults(in values: [(step: String, formula: Formula, place: Place)]) -> [Fault] {
    values.compactMap { value in
      (moments[value.step] ?? []).lazy.compactMap { $0.fault(of: value.formula, at: value.place) }.first
    }
  }

  private mutating func prove(_ step: Step, _ start: Worksheet) {
    var moments = [Moment(name: "at the start", worksheet: start)]
    let after = play(step.experiment, "try", of: step, on: start)
    if let after, !step.experiment.isEmpty { moments.append(Moment(name: "after try", worksheet: after)) }
    for (index, edit) in (step.permission?.edits ?? []).enumerated() {
      var copy = start
      apply(edit, at: item("edit", edit, index, of: step), to: &copy)
    }
    if let question = step.question { prove(question, of: step, start, after) }
    if let challenge = step.challenge,
      let solved = prove(challenge, of: step, start)
    {
      moments.append(Moment(name: "after the solution", worksheet: solved))
    }
    self.moments[step.id] = moments
  }

  // MARK: Edits

  /// The values that a place begins with; nil, with complaints, where its start cannot be played.
  private mutating func start(of place: PlaceID) -> Worksheet? {
    if let known = starts[place] { return known }
    var entry: YAMLEntry?
    switch place {
    case .common: break
    case .stage(let id): entry = written.stages[id]?["start"]
    case .step(let id):
      let stage = lesson.stages.first { $0.steps.contains { $0.id == id } }
      entry = written.steps[id]?["start"] ?? stage.flatMap { written.stages[$0.id]?["start"] }
    }
    var worksheet: Worksheet? = lesson.worksheet
    for (edit, node) in zip(lesson.startEdits(of: place), entry?.value.items ?? []) {
      guard var next = worksheet else { break }
      worksheet = apply(edit, at: node.scalar, to: &next) ? next : nil
    }
    worksheet?.markStart()
    if let entry, let worksheet {
      for name in worksheet.names {
        if let sentence = worksheet.missingValue(in: name, "after start") {
          faults.add(entry.value.place, sentence)
        }
      }
    }
    starts[place] = .some(worksheet)
    return worksheet
  }

  /// Carries out the edits of a key, one after the other; nil, with a complaint, where one cannot be.
  mutating func play(_ edits: [Edit], _ key: String, of step: Step, on worksheet: Worksheet) -> Worksheet? {
    var worksheet = worksheet
    for (index, edit) in edits.enumerated() {
      guard apply(edit, at: item(key, edit, index, of: step), to: &worksheet) else { return nil }
    }
    return worksheet
  }

  @discardableResult
  private mutating func apply(_ edit: Edit, at scalar: YAMLScalar?, to worksheet: inout Worksheet) -> Bool {
    do throws(EditError) {
      try worksheet.apply(edit)
      return true
    } catch {
      var offset = 0
      if case .formula(let error) = error { offset = error.offset }
      faults.add(scalar?.place(at: offset) ?? .start, error.sentence(about: edit))
      return false
    }
  }

  /// Where an edit of a step is written; of `edit`, which holds targets too, the one with this text.
  private func item(_ key: String, _ edit: Edit, _ index: Int, of step: Step) -> YAMLScalar? {
    let items = written.steps[step.id]?[key]?.value.items ?? []
    if key == "edit" { return items.compactMap(\.scalar).first { (try? Edit(parsing: $0.text)) == edit } }
    return items.indices.contains(index) ? items[index].scalar : nil
  }

  mutating func add(_ place: Place?, _ sentence: String) { faults.add(place ?? .start, sentence) }
}

extension LessonProver.Moment {
  /// What to say of a live value that has none at this moment.
  fileprivate func fault(of formula: Formula, at place: Place) -> Fault? {
    do throws(FormulaError) {
      guard let (_, _, reason) = try worksheet.value(of: formula).firstMissing else { return nil }
      return Fault(place: place, sentence: "\(formula.text) has no value \(name): \(reason.sentence)")
    } catch {
      return Fault(place: place.moved(by: error.offset), sentence: error.message)
    }
  }
}

extension EditError {
  fileprivate func sentence(about edit: Edit) -> String {
    switch self {
    case .formula(let error): error.message
    case .outOfRange(let range):
      "\(edit.text) is outside the range of \(edit.target.name), \(plainText(range.lowerBound)) to "
        + plainText(range.upperBound)
    case .fixed(let name): "\(name) is fixed: it can never be changed"
    case .noValue(let reason): "the right side of \(edit.text) has no value: \(reason.sentence)"
    }
  }
}

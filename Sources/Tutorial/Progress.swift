import AttentionCore

/// How far the learner is in one lesson, and the values there.
public struct LessonProgress: Hashable, Sendable {
  /// The step on screen, counted over the lesson.
  public internal(set) var step: Int
  /// The furthest step that was ever on screen.
  public internal(set) var furthest: Int
  /// The values of the places that were entered.
  public internal(set) var places: [PlaceID: Place] = [:]
  /// How questions were answered, by the ids of their steps.
  public internal(set) var answers: [String: SavedAnswer] = [:]
  /// The challenges that were met, by the ids of their steps.
  public internal(set) var met: Set<String> = []
  /// How many tips were asked for, by the ids of their steps.
  public internal(set) var tips: [String: Int] = [:]

  init(step: Int = 0, furthest: Int? = nil) {
    self.step = step
    self.furthest = max(step, furthest ?? step)
  }
}

/// How much of a lesson is done, for lists of lessons.
public struct LessonSummary: Hashable, Sendable {
  public enum Mark: Hashable, Sendable { case untouched, begun, finished }

  public var mark: Mark
  public var met: Int
  public var challenges: Int
  public var answered: Int
  public var questions: Int
}

extension SavedProgress {
  /// How much of a lesson is done: it is finished once its last step was on screen.
  public func summary(of lesson: Lesson) -> LessonSummary {
    let saved = lessons[lesson.id]
    let challenges = lesson.steps.filter { $0.challenge != nil }.map(\.id)
    let questions = lesson.steps.filter { $0.question != nil }.map(\.id)
    return LessonSummary(
      mark: saved == nil ? .untouched : saved?.furthest == lesson.steps.last?.id ? .finished : .begun,
      met: challenges.count { saved?.met.contains($0) ?? false }, challenges: challenges.count,
      answered: questions.count { saved?.answers[$0]?.votes.isEmpty == false }, questions: questions.count)
  }
}

// MARK: Between the values of the state machine and those of the progress file

extension LessonProgress {
  /// Takes up what was saved: what the lesson does not know any more, or what no longer fits its values, is left out.
  init(_ saved: SavedLesson, of lesson: Lesson) {
    let step = lesson.steps.firstIndex { $0.id == saved.step }
    let furthest = lesson.steps.firstIndex { $0.id == saved.furthest }
    self.init(step: step ?? 0, furthest: furthest)
    answers = saved.answers.filter { id, _ in lesson.steps.contains { $0.id == id && $0.question != nil } }
    met = saved.met.filter { id in lesson.steps.contains { $0.id == id && $0.challenge != nil } }
    for place in Set(lesson.steps.indices.map(lesson.place)) {
      guard let changes = saved.places[place.text], !changes.isEmpty,
        let start = try? lesson.startingWorksheet(of: place)
      else { continue }
      var values = Place(start: start)
      for change in changes.compactMap({ Change($0, in: values.worksheet) }) { try? values.make(change) }
      values.settle()
      places[place] = values
    }
  }

  /// What to save of it, with what an earlier session saved and this lesson does not know.
  func saved(of lesson: Lesson, over earlier: SavedLesson?) -> SavedLesson {
    let stepIDs = Set(lesson.steps.map(\.id))
    let placeIDs = Set(lesson.steps.indices.map { lesson.place(ofStep: $0).text })
    var saved = SavedLesson(step: lesson.steps[step].id, furthest: lesson.steps[furthest].id)
    saved.recipe = lesson.recipe
    saved.met = met.union(earlier?.met.subtracting(stepIDs) ?? [])
    saved.answers = answers.merging(earlier?.answers.filter { !stepIDs.contains($0.key) } ?? [:]) { now, _ in
      now
    }
    saved.places = earlier?.places.filter { !placeIDs.contains($0.key) } ?? [:]
    for (id, place) in places where !place.done.isEmpty {
      saved.places[id.text] = place.done.map(SavedChange.init)
    }
    return saved
  }
}

extension SavedChange {
  init(_ change: Change) {
    self.init(
      kind: change.kind.rawValue, edits: change.edits.map(\.text),
      restored: change.restored.map { Target(cell: $0).text })
  }
}

extension Change {
  /// Reads a saved change; nil if it is none, or names what the worksheet does not have.
  init?(_ saved: SavedChange, in worksheet: Worksheet) {
    guard let kind = Kind(rawValue: saved.kind) else { return nil }
    self.init(kind: kind)
    for text in saved.edits {
      guard let edit = try? Edit(parsing: text) else { return nil }
      edits.append(edit)
    }
    for text in saved.restored {
      guard let target = try? Target(parsing: text), let cell = worksheet.cell(of: target) else { return nil }
      restored.append(cell)
    }
    let touched = edits.map(\.target).compactMap(worksheet.cell) + restored
    if touched.count == 1, edits.count + restored.count == 1 { cell = touched[0] }
  }
}

extension Worksheet {
  /// The one cell that a target names; nil if it names more than one, or nothing.
  func cell(of target: Target) -> CellAddress? {
    guard let region = try? position(of: target), region.rows.count == 1, region.columns.count == 1 else {
      return nil
    }
    return CellAddress(name: target.name, row: region.rows.lowerBound, column: region.columns.lowerBound)
  }
}

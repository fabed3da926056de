import Tutorial

/// Putting together what two running copies of the program did, by what both began with.
extension SavedProgress {
  /// What stands in the file now, with what this copy changed since its base.
  ///
  /// Each lesson, question, challenge and place that this copy did not touch stays as the other one left it; where both
  /// changed the same one, this copy's is kept.
  func merged(onto theirs: SavedProgress, since base: SavedProgress) -> SavedProgress {
    SavedProgress(
      lesson: lesson == base.lesson ? theirs.lesson : lesson,
      lessons: merge(lessons, onto: theirs.lessons, since: base.lessons) { mine, theirs, known in
        // Of a lesson that this copy has begun without knowing the other's, what is new is all that it did there. How far
        // it came says least: the file may be one that could not be read at the start.
        let base = known ?? SavedLesson(step: "", furthest: mine.furthest)
        return SavedLesson(
          step: mine.step == base.step ? theirs.step : mine.step,
          furthest: mine.furthest == base.furthest ? theirs.furthest : mine.furthest,
          met: theirs.met.subtracting(base.met.subtracting(mine.met)).union(mine.met.subtracting(base.met)),
          answers: merge(mine.answers, onto: theirs.answers, since: base.answers),
          // Changes of one sentence say nothing about another.
          places: mine.recipe == theirs.recipe
            ? merge(mine.places, onto: theirs.places, since: base.places)
            : mine.recipe == base.recipe ? theirs.places : mine.places,
          recipe: mine.recipe == base.recipe ? theirs.recipe : mine.recipe)
      })
  }
}

/// Takes over every entry that differs from the base: changed, new or gone.
///
/// - Parameter both: How an entry comes about that this copy and the file have, and perhaps the base.
private func merge<Value: Equatable>(
  _ mine: [String: Value], onto theirs: [String: Value], since base: [String: Value],
  both: (_ mine: Value, _ theirs: Value, _ base: Value?) -> Value = { mine, _, _ in mine }
) -> [String: Value] {
  var result = theirs
  for key in Set(mine.keys).union(base.keys) where mine[key] != base[key] {
    if let mine = mine[key], let theirs = theirs[key] {
      result[key] = both(mine, theirs, base[key])
    } else {
      result[key] = mine[key]
    }
  }
  return result
}

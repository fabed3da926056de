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
      lessons: merge(lessons, onto: theirs.lessons, since: base.lessons) { mine, theirs, base in
        SavedLesson(
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
/// - Parameter both: How an entry comes about that all three have.
private func merge<Value: Equatable>(
  _ mine: [String: Value], onto theirs: [String: Value], since base: [String: Value],
  both: (_ mine: Value, _ theirs: Value, _ base: Value) -> Value = { mine, _, _ in mine }
) -> [String: Value] {
  var result = theirs
  for key in Set(mine.keys).union(base.keys) where mine[key] != base[key] {
    if let mine = mine[key], let theirs = theirs[key], let base = base[key] {
      result[key] = both(mine, theirs, base)
    } else {
      result[key] = mine[key]
    }
  }
  return result
}

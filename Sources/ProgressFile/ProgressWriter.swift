import Tutorial

extension ProgressDocument {
  /// The text of the file: everything in the order of its ids, so that a change of progress changes few lines.
  public var text: String {
    var lines = ["attend progress \(Self.version)"]
    if let lesson = progress.lesson { lines.append("last \(wordText(lesson))") }
    lines += unknown[.course] ?? []
    for (id, lesson) in progress.lessons.sorted(by: { $0.key < $1.key }) {
      lines += ["", "lesson \(wordText(id))"] + indented(self.lines(of: lesson, id: id))
    }
    return (lines + ["", "end", ""]).joined(separator: "\n")
  }

  private func lines(of lesson: SavedLesson, id: String) -> [String] {
    var lines: [String] = []
    if !lesson.step.isEmpty { lines.append("step \(wordText(lesson.step))") }
    if !lesson.furthest.isEmpty { lines.append("furthest \(wordText(lesson.furthest))") }
    if let recipe = lesson.recipe {
      lines.append("sentence \(recipe.dimensions) \(recipe.seed) \(wordText(recipe.sentence))")
    }
    lines += lesson.met.sorted().map { "met \(wordText($0))" }
    for (question, answer) in lesson.answers.sorted(by: { $0.key < $1.key }) {
      lines.append(
        (["answer", question] + answer.votes).enumerated().map { $0 == 0 ? $1 : wordText($1) }
          .joined(separator: " "))
      if answer.isRevealed { lines.append("revealed \(wordText(question))") }
    }
    lines += unknown[.lesson(id)] ?? []
    for place in placeTexts(of: lesson, id: id) {
      lines.append(place.isEmpty ? "place" : "place \(wordText(place))")
      lines += indented((lesson.places[place] ?? []).flatMap(self.lines(of:)))
      lines += indented(unknown[.place(place, lesson: id)] ?? [])
    }
    return lines
  }

  /// The places with changes, and those about which only another version has something to say.
  private func placeTexts(of lesson: SavedLesson, id: String) -> [String] {
    let others = unknown.keys.compactMap { section -> String? in
      guard case .place(let place, lesson: id) = section else { return nil }
      return place
    }
    return Set(lesson.places.keys).union(others).sorted()
  }

  private func lines(of change: SavedChange) -> [String] {
    let first = change.edits.first.map { " " + sentenceText($0) } ?? ""
    return ["change \(wordText(change.kind))\(first)"]
      + indented(
        change.edits.dropFirst().map { "and \(sentenceText($0))" }
          + change.restored.map { "back \(sentenceText($0))" })
  }

  private func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }
}

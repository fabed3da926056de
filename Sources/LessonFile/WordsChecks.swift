import Tutorial

/// What must be there in the words of every language.
extension WordsReader {
  mutating func checkComplete() {
    if title == nil { faults.add(.start, "the words begin with the title of the lesson: # …") }
    if goal == nil { faults.add(.start, "after the title stands the goal of the lesson, in one line") }
    for stage in lesson.stages {
      if places["stage \(stage.id)"] == nil { report(.start, "stage \(stage.id) has no title") }
      for step in stage.steps {
        let place = places["step \(step.id)"] ?? .start
        guard let words = steps[step.id], !words.paragraphs.isEmpty else {
          report(place, "step \(step.id) has no words")
          continue
        }
        checkReplies(of: step, words, place)
      }
    }
  }

  private mutating func checkReplies(of step: Step, _ words: StepWords, _ place: Place) {
    for choice in step.choices ?? [] where words.choices[choice.id] == nil {
      report(place, "the choice \(choice.id) of \(step.id) has no words: - \(choice.id): …")
    }
    for goal in step.challenge?.goals ?? [] where words.replies[goal.id] == nil {
      report(place, "the goal \(goal.id) of \(step.id) has no words: > \(goal.id): …")
    }
  }

  /// Holds a translation against the words that it stands in for.
  mutating func compare(with english: LessonWords) {
    for step in lesson.steps {
      guard let here = steps[step.id], !here.paragraphs.isEmpty, let there = english.steps[step.id],
        let place = places["step \(step.id)"]
      else { continue }
      if (here.title == nil) != (there.title == nil) {
        report(
          place, "\(step.id) has \(here.title == nil ? "no title, but one" : "a title, but none") in English")
      }
      if here.tips.count != there.tips.count {
        report(place, "\(step.id) has \(counted(here.tips.count, "tip")), in English \(there.tips.count)")
      }
      if here.reveal.isEmpty != there.reveal.isEmpty {
        report(place, "\(step.id) \(here.reveal.isEmpty ? "lacks" : "has") > reveal:, unlike in English")
      }
      let goals = step.challenge?.goals.map(\.id) ?? []
      for id in step.replyIDs
      where (here.replies[id] == nil) != (there.replies[id] == nil) && !goals.contains(id) {
        report(place, "\(step.id) \(here.replies[id] == nil ? "lacks" : "has") > \(id):, unlike in English")
      }
    }
  }

  private mutating func report(_ place: Place, _ sentence: String) {
    faults.add(place, sentence, severity: .reports)
  }
}

/// How long a lesson takes in class, as a guess from what is said and asked in it.
extension Lesson {
  /// Minutes from the beginning of the lesson to the end of a step, counted over the lesson.
  ///
  /// A step takes the time to read it aloud, at 13 letters a second, and ten seconds to look; a question a minute and a
  /// half to vote, discuss and vote again; a challenge three minutes.
  public func plannedMinutes(throughStep last: Int, in language: Language) -> Int {
    let words = words(in: language)
    let seconds = steps.prefix(last + 1).reduce(0) { sum, step in
      let letters = (words?.steps[step.id]?.paragraphs ?? []).reduce(0) { $0 + $1.text.count }
      return sum + letters / 13 + 10 + (step.question == nil ? 0 : 90) + (step.challenge == nil ? 0 : 180)
    }
    return (seconds + 59) / 60
  }
}

import Tutorial

/// The folder of one lesson: `lesson.yaml` and its words.
extension CourseReader {
  /// - Parameters:
  ///   - languages: Those that the course speaks; the lesson may have more.
  ///   - misconceptions: Those that the course lists; nil: there is no course.
  mutating func lesson(
    in folder: String, id: String, languages: [Language], misconceptions: [String]?
  ) throws(FileError) -> Lesson? {
    let path = folder.isEmpty ? "" : folder + "/"
    guard let source = try source(path + "lesson.yaml") else { return nil }
    let (reading, faults) = LessonReader.read(
      source, id: id, misconceptions: misconceptions, isTrusted: !isProving)
    var prover = isProving ? reading.map { LessonProver($0) } : nil
    prover?.prove()
    add(faults + (prover?.faults ?? []), path + "lesson.yaml")
    guard var lesson = reading?.lesson else { return nil }
    let there = self.languages(of: try files.names(in: folder), type: ".md")
    // English first: the others are held against it.
    let wanted = [.english] + Set(languages + there).sorted().filter { $0 != .english }
    for language in wanted where speaks(language) {
      let words = "\(path)\(language.code).md"
      if there.contains(language) {
        lesson.words[language] = try self.words(words, in: language, of: lesson, prover)
      } else {
        addMissing(words, of: id, in: language)
      }
    }
    return lesson
  }

  private mutating func words(
    _ path: String, in language: Language, of lesson: Lesson, _ prover: LessonProver?
  ) throws(FileError) -> LessonWords? {
    guard let source = try source(path) else { return nil }
    let english = isProving && language != .english ? lesson.words[.english] : nil
    let reading = WordsReader.read(source, for: lesson, english: english, isTrusted: !isProving)
    add(reading.faults + (prover?.faults(in: reading.values) ?? []), path)
    return reading.words
  }
}

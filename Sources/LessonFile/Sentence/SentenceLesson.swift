import AttentionCore
import Tutorial

/// A lesson about a sentence of one's own: the files of its folder, or the lesson itself.
public struct SentenceLesson {
  public let sentence: Sentence
  private let recipe: Recipe
  private let numbers: SentenceNumbers

  /// - Parameter numbers: Nil: those that the recipe's seed draws.
  public init(_ recipe: Recipe, numbers: SentenceNumbers? = nil) throws(SentenceError) {
    sentence = try Sentence(recipe.sentence)
    guard SentenceNumbers.dimensionCounts.contains(recipe.dimensions) else {
      throw SentenceError(.dimensions, "there are 1 to 8 dimensions, not \(recipe.dimensions)")
    }
    self.recipe = recipe
    self.numbers =
      numbers
      ?? SentenceNumbers(
        tokens: sentence.names.count, dimensions: recipe.dimensions, seed: recipe.seed)
  }

  /// The files of a lesson with a question and a challenge, which passes `attend check`; in every language of the
  /// program.
  ///
  /// - Parameter isMasked: Whether a causal mask closes the future.
  public func files(isMasked: Bool) -> [(name: String, text: String)] {
    var values = values
    if !isMasked { values["mask"] = nil }
    let plain = Self.files(in: "sentence", with: values)
    guard let worksheet = Self.lesson(of: plain, id: "sentence", in: [], isProving: false)?.worksheet else {
      return plain
    }
    let tasks = SentenceTasks(worksheet, row: focus)
    // The tasks hold by how they were found; the checker has the last word all the same.
    for (question, challenge) in [(tasks.question, tasks.challenge), (tasks.question, nil)] {
      guard let question else { break }
      let files = Self.files(
        in: "sentence", with: values.merging(self.values(of: question, challenge)) { $1 })
      if Self.lesson(of: files, id: "sentence", in: nil, isProving: true) != nil { return files }
    }
    return plain
  }

  /// The sandbox with this sentence.
  ///
  /// - Parameter languages: Those whose words are read, besides English; nil: all.
  public func sandbox(in languages: Set<Language>? = nil) -> Lesson? {
    var lesson = Self.lesson(of: sandboxFiles, id: Self.sandboxID, in: languages, isProving: false)
    lesson?.recipe = recipe
    return lesson
  }

  /// The id of the sandbox, and the folder of its texts in the program.
  public static let sandboxID = "sandbox"

  // MARK: Texts

  var sandboxFiles: [(name: String, text: String)] { Self.files(in: Self.sandboxID, with: values) }

  /// The row that the lesson computes: the last one, which sees all others in every mask that looks back.
  private var focus: Int { sentence.names.count - 1 }

  private var values: [String: String] {
    let count = sentence.names.count
    var values = [
      "tokens": sentence.names.map(yamlText).joined(separator: ", "), "n": "\(count)",
      "count": "\(count)", "seed": "\(recipe.seed)",
      "Q": SentenceNumbers.text(numbers.queries), "K": SentenceNumbers.text(numbers.keys),
      "V": SentenceNumbers.text(numbers.values), "M": SentenceNumbers.text(numbers.mask, digits: 0),
      "mask": "", "list": sentence.names.indices.map(sentence.prose).joined(separator: ", "),
      "f": sentence.label(focus), "focus": sentence.prose(focus),
      "o": sentence.label(0), "other": sentence.prose(0),
    ]
    values["title"] = sentence.title
    return values
  }

  private func values(
    of question: SentenceTasks.Question, _ challenge: SentenceTasks.Challenge?
  ) -> [String: String] {
    var values = [
      "question": "", "qj": sentence.label(question.attempt.key), "qc": "\(question.attempt.entry + 1)",
      "q-key": sentence.prose(question.attempt.key),
      "qnew": SentenceNumbers.numberText(question.attempt.number),
      "qi": sentence.label(question.heard), "q-heard": sentence.prose(question.heard),
    ]
    guard let challenge else { return values }
    values["challenge"] = ""
    values["cj"] = sentence.label(challenge.solution.key)
    values["cc"] = "\(challenge.solution.entry + 1)"
    values["c-key"] = sentence.prose(challenge.solution.key)
    values["goal"] = SentenceNumbers.numberText(challenge.goal)
    values["solution"] = SentenceNumbers.numberText(challenge.solution.number)
    values["wrong"] = SentenceNumbers.numberText(challenge.wrong.number)
    return values
  }

  /// The templates of a folder in the program, filled in.
  private static func files(in folder: String, with values: [String: String]) -> [(
    name: String, text: String
  )] {
    let names = (try? CourseFiles.embedded.names(in: folder)) ?? []
    return names.compactMap { name in
      (try? CourseFiles.embedded.read("\(folder)/\(name)")).map {
        (name, Template(String(decoding: $0, as: UTF8.self)).filled(with: values))
      }
    }
  }

  private static func lesson(
    of files: [(name: String, text: String)], id: String, in languages: Set<Language>?, isProving: Bool
  ) -> Lesson? {
    let files = Dictionary(files.map { ($0.name, $0.text) }) { first, _ in first }
    let reading = try? CourseReader.readLesson(.memory(files), id: id, in: languages, proving: isProving)
    // A lesson that was just made must be right in every respect, or it is not used.
    return isProving && reading?.complaints.isEmpty == false ? nil : reading?.lesson
  }
}

/// A name as an item of a YAML list: in quotation marks unless it is made of letters alone.
private func yamlText(_ name: String) -> String {
  guard !name.allSatisfy({ $0.isLetter && $0.isASCII }) else { return name }
  return "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}

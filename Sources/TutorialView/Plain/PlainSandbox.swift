import Frames
import Tutorial

/// The form of the sandbox, line by line: a sentence, how many dimensions, a seed, a folder to save it in.
extension PlainReader {
  mutating func buildSandbox(_ command: PlainCommand, _ rest: String) {
    let words = context.words
    guard var recipe = tutor.lesson.recipe else {
      let id = tutor.course.lessons.first { $0.recipe != nil }?.id
      let place = id.map { words.text(.plainOnlySandbox, ["place": "\(context.word(.go)) \($0)"]) }
      return say(place ?? words[.plainNoSandbox])
    }
    if command == .save {
      guard rest.isEmpty else { return effects.append(.saveLesson(folder: rest)) }
      let example = "\(context.word(.save)) \(Tutor.folderName(for: recipe.sentence))"
      return say(words.text(.plainWhichFolder, ["example": example]))
    }
    guard !rest.isEmpty else { return sayRecipe(recipe) }
    switch command {
    case .dimensions: recipe.dimensions = Int(rest) ?? 0
    case .seed:
      guard let seed = UInt64(rest) else {
        return say(words.text(.sayNotANumber, ["text": String(rest.prefix(40))]))
      }
      recipe.seed = seed
    default: recipe.sentence = rest
    }
    effects.append(.build(recipe))
  }

  /// What the sandbox is made from, and how that is changed.
  private mutating func sayRecipe(_ recipe: Recipe) {
    say(
      context.words.text(
        .plainRecipe,
        [
          "tokens": recipe.sentence, "dimensions": "\(recipe.dimensions)", "seed": "\(recipe.seed)",
        ]))
    page.add([PlainLine(context.spokenSandbox)])
  }
}

extension ViewContext {
  /// The words to type where a text of the sandbox names keys.
  var spokenSandbox: String {
    words.text(
      .hintSandbox,
      [
        "sentence": word(.sentence), "dimensions": word(.dimensions), "seed": word(.seed),
        "save": word(.save),
      ])
  }
}

/// What the sandbox asks for: the lines of a form, one of which is being typed.
public struct Form: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A sentence, how many dimensions, and a seed.
    case sentence
    /// The folder to save the lesson in.
    case folder
  }

  public let kind: Kind
  public internal(set) var fields: [TextPrompt]
  /// The field that is being typed.
  public internal(set) var selected = 0
  /// Why what was typed cannot be used; nil until it was tried.
  public internal(set) var refusal: String?

  init(asking recipe: Recipe) {
    kind = .sentence
    fields = [recipe.sentence, "\(recipe.dimensions)", "\(recipe.seed)"].map { TextPrompt($0) }
  }

  init(savingAs folder: String) {
    kind = .folder
    fields = [TextPrompt(folder)]
  }

  /// What the fields of a sentence say; a count that is no number reads as one that there cannot be.
  var recipe: Recipe {
    Recipe(
      sentence: fields[0].text, dimensions: Int(fields[1].text) ?? 0,
      seed: UInt64(fields[2].text) ?? 0)
  }

  mutating func handle(_ event: Event) {
    refusal = nil
    switch event {
    case .typed(let character): type(String(character))
    case .pastedText(let text): type(text)
    case .editedNumber(let key): fields[selected].edit(key)
    case .clickedLine(let number): if fields.indices.contains(number) { selected = number }
    case .moved(.down), .movedToNextMatrix: selected = (selected + 1) % fields.count
    case .moved(.up), .movedToPreviousMatrix: selected = (selected + fields.count - 1) % fields.count
    default: break
    }
  }

  /// Into the counts go digits alone.
  private mutating func type(_ text: String) {
    let isNumber = kind == .sentence && selected > 0
    fields[selected].type(isNumber ? text.filter { $0.isASCII && $0.isNumber } : text)
  }
}

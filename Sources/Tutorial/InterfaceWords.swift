/// The words of the interface in one language, from `Lessons/strings/LANGUAGE.yaml`.
public struct InterfaceWords: Hashable, Sendable {
  private let texts: [Phrase: String]

  public init(texts: [Phrase: String]) { self.texts = texts }

  /// A phrase; one that this language lacks shows as its key, so that the gap is seen.
  public subscript(phrase: Phrase) -> String { texts[phrase] ?? phrase.rawValue }

  /// A phrase with `{name}` places filled in.
  public func text(_ phrase: Phrase, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[phrase][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

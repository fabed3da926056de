/// The words of the interface in one language, from `Lessons/strings/LANGUAGE.yaml`.
public struct InterfaceWords: Hashable, Sendable {
  private let texts: [Phrase: String]

  public init(texts: [Phrase: String]) { self.texts = texts }

  /// A phrase; one that this language lacks shows as its key, so that the gap is seen.
  public subscript(phrase: Phrase) -> String { texts[phrase] ?? phrase.rawValue }

  /// A phrase with `{name}` places filled in.
  public func text(_ phrase: Phrase, _ values: [String: String]) -> String {
    var result = ""
    pieces(of: phrase) { piece in
      switch piece {
      case .text(let text): result += text
      case .place(let name): result += values[String(name)] ?? "{\(name)}"
      }
    }
    return result
  }

  /// A piece of a phrase: text as it is, or a place to be filled in.
  public enum Piece {
    case text(Substring)
    case place(Substring)
  }

  /// The pieces of a phrase in order, none of them empty text.
  public func pieces(of phrase: Phrase, body: (Piece) -> Void) {
    let bytes = self[phrase].utf8
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { body(.text(Substring(rest[..<open]))) }
      body(.place(Substring(rest[bytes.index(after: open)..<close])))
      rest = rest[bytes.index(after: close)...]
    }
    if !rest.isEmpty { body(.text(Substring(rest))) }
  }
}

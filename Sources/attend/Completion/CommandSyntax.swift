import ArgumentParser

/// What may stand after a command, as its help page says it.
///
/// The page is made from the options themselves, so that there is no second list of them.
struct CommandSyntax {
  /// All that begins with two dashes.
  private(set) var options: Set<String> = []
  /// The options that have a value, with all that this may be, as far as the program knows it.
  private(set) var choices: [String: [String]] = [:]
  /// The first argument without dashes: `place`, `lesson`, `paths`; nil: there is none.
  private(set) var argument: String?

  init(_ command: any ParsableCommand.Type) {
    // So wide that each option has one line.
    let page = Attend.helpMessage(for: command, columns: 10_000)
    for line in page.split(separator: "\n") where line.hasPrefix("  ") {
      let words = line.split(separator: " ")
      if words[0].hasPrefix("<"), argument == nil {
        argument = String(words[0].dropFirst().prefix { $0 != ">" })
      }
      for (index, name) in words.prefix(2).enumerated() where name.hasPrefix("--") {
        let next = words.dropFirst(index + 1).first ?? ""
        options.insert(String(name))
        guard next.hasPrefix("<") else { continue }
        choices[String(name)] = Self.choices(in: line)
        // `-o, --output <file>`
        if index == 1, words[0].hasPrefix("-") {
          choices[String(words[0].prefix(2))] = Self.choices(in: line)
        }
      }
    }
  }

  /// Those of `(values: text, csv, json; default: text)`.
  private static func choices(in line: Substring) -> [String] {
    let mark = "(values: "
    guard let start = line.indices.first(where: { line[$0...].hasPrefix(mark) }) else { return [] }
    let list = line[start...].dropFirst(mark.count).prefix { $0 != ";" && $0 != ")" }
    return list.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  /// Whether the word after an option belongs to it.
  func takesValue(_ option: String) -> Bool { choices[option] != nil }
}

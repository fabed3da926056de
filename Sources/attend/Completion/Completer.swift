import ArgumentParser
import Tutorial

/// What may follow on a command line: the shells ask for it with `attend ---complete WORD…`.
struct Completer {
  private let earlier: ArraySlice<String>
  private let current: String
  private let syntax: CommandSyntax
  /// Whether the word that is being typed may still be a command.
  private let mayBeCommand: Bool

  /// - Parameter words: Those after the program's name; the last one is being typed.
  init(_ words: [String]) {
    current = words.last ?? ""
    let command = words.dropLast().first.flatMap { Attend.shownCommands[$0] }
    earlier = words.dropLast().dropFirst(command == nil ? 0 : 1)
    syntax = CommandSyntax(command ?? OpenCommand.self)
    mayBeCommand = words.count < 2 || words[0] == "help" && words.count == 2
  }

  /// The words that may stand where one is being typed; none where the shell should offer files.
  var candidates: [String] {
    if let sign = current.firstIndex(of: "="), current.hasPrefix("--") {
      let option = String(current[..<sign])
      return matching(values(of: option).map { "\(option)=\($0)" })
    }
    if let last = earlier.last, syntax.takesValue(last) { return matching(values(of: last)) }
    if current.hasPrefix("-") { return matching(syntax.options.sorted()) }
    return matching((mayBeCommand ? Attend.shownCommands.keys.sorted() + ["help"] : []) + arguments)
  }

  private func matching(_ words: [String]) -> [String] { words.filter { $0.hasPrefix(current) } }

  private func values(of option: String) -> [String] {
    switch option {
    case "--lang": return course()?.languages.map(\.code) ?? []
    case "--matrix": return lessonOnTheLine?.worksheet.names ?? []
    default: return syntax.choices[option] ?? []
    }
  }

  /// Lessons and, after a colon, their stages and steps.
  private var arguments: [String] {
    guard earlierArguments.isEmpty, earlier.first != "help" else { return [] }
    guard let colon = current.lastIndex(of: ":"), syntax.argument == "place" else {
      guard ["place", "lesson"].contains(syntax.argument) else { return [] }
      let own = folder == nil ? OwnLessons.names : []
      return (course()?.lessons.map(\.id) ?? []).filter { !own.contains($0) } + own
    }
    let lesson = lesson(at: String(current[..<colon]))
    let places = lesson.map { $0.stages.map(\.id) + $0.steps.map(\.id) } ?? []
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }.map { current[...colon] + $0 }
  }

  /// What stands before, without the options and their values.
  private var earlierArguments: [String] {
    var rest = earlier
    var found: [String] = []
    while let word = rest.popFirst() {
      if !word.hasPrefix("-") { found.append(word) } else if syntax.takesValue(word) { _ = rest.popFirst() }
    }
    return found
  }

  private var lessonOnTheLine: Lesson? { earlierArguments.first.flatMap { lesson(at: $0) } }

  /// The folder after `--lessons`, where there is one.
  private var folder: String? {
    earlier.firstIndex(of: "--lessons").flatMap { earlier[($0 + 1)...].first }
      ?? earlier.first { $0.hasPrefix("--lessons=") }.map { String($0.dropFirst("--lessons=".count)) }
  }

  private func course() -> Course? { try? (folder.map(CourseSource.course) ?? .embedded).read(in: []) }

  private func lesson(at address: String) -> Lesson? {
    guard let address = try? CourseAddress(address, lessons: folder) else { return nil }
    let lessons = (try? address.source.read(in: []))?.lessons ?? []
    let id = address.place?.prefix { $0 != ":" }
    return lessons.first { id == nil || $0.id[...] == id }
  }
}

/// A problem that libyaml found, told to the writer of a lesson.
struct YAMLProblem {
  let sentence: String

  init(_ problem: String, at place: Place, in source: SourceText) {
    let line = source.lines.indices.contains(place.line - 1) ? Array(source.lines[place.line - 1]) : []
    let next = line.indices.contains(place.column - 1) ? line[place.column - 1] : nil
    switch problem {
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      let isMap = problem.contains("}")
      sentence =
        next == "["
        ? "a formula with [ ] inside \(isMap ? "{ }" : "[ ]") stands in quotes: "
          + "\"\(Self.formula(in: line, around: place.column - 1))\""
        : "expected , or \(isMap ? "}" : "]") before \(next.map(String.init) ?? "the end of the line")"
    case "found character that cannot start any token":
      sentence =
        next == "\t"
        ? "a tab: indent with blanks" : "a value that begins with \(next ?? " ") stands in quotes"
    case "mapping values are not allowed in this context":
      sentence =
        line.prefix(place.column - 1).contains(":")
        ? "a second : in one value: put the value in quotes, or begin a new line"
        : "a key in the middle of a value; is the line indented like its neighbours?"
    case "could not find expected ':'":
      sentence = "expected : after a key"
    case "found unexpected end of stream":
      sentence = "the file ends inside a quoted text"
    case "did not find expected key":
      sentence = "expected a key here; is the line indented like its neighbours?"
    case "did not find expected '-' indicator":
      sentence = "expected - here; is the line indented like its neighbours?"
    default:
      sentence = "this is not YAML: \(problem)"
    }
  }

  /// The formula that YAML has cut in two at a bracket: from the blank before it to the bracket's end.
  private static func formula(in line: [Character], around bracket: Int) -> String {
    let isEnd: (Character) -> Bool = { " {[,".contains($0) }
    let start = line[..<bracket].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = line[bracket...].firstIndex(of: "]") ?? line.endIndex - 1
    return String(line[start...end])
  }
}

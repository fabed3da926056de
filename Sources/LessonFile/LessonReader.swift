import AttentionCore
import Tutorial

/// Reads `lesson.yaml`: what is true in a lesson and what is shown.
///
/// It goes on after a fault wherever the rest can still be judged, so that a writer sees all complaints at once.
struct LessonReader {
  private static let keys = Keys(
    owner: "a lesson", known: ["format", "axes", "worksheet", "strip", "stages"])

  var faults: [Fault] = []
  /// The named axes, by name.
  var axes: [String: Axis] = [:]

  /// Reads a file.
  ///
  /// - Returns: The lesson, yet without words; nil if there are faults.
  static func read(_ source: SourceText, id: String) -> (lesson: Lesson?, faults: [Fault]) {
    var reader = LessonReader()
    do throws(Fault) {
      let (root, duplicates) = try YAMLReader.read(source)
      if let fault = Format.fault(of: root, kind: "lesson") { throw fault }
      reader.faults = duplicates
      let lesson = reader.lesson(root, id: id)
      return (reader.faults.isEmpty ? lesson : nil, reader.faults)
    } catch {
      return (nil, [error])
    }
  }

  private mutating func lesson(_ root: YAMLNode, id: String) -> Lesson? {
    guard let values = Self.keys.read(root, &faults) else { return nil }
    let tokens = values["axes"].map { readAxes($0.value) } ?? []
    let worksheet = required("worksheet", in: values)
    let stages = required("stages", in: values)
    guard let worksheet, let stages else { return nil }
    guard let sheet = readWorksheet(worksheet) else { return nil }
    return Lesson(
      id: id, worksheet: sheet.worksheet, tokens: tokens, stages: readStages(stages, sheet),
      strip: readStrip(values["strip"]?.value, sheet), words: [:])
  }

  private mutating func required(_ key: String, in values: [String: YAMLEntry]) -> YAMLNode? {
    if values[key] == nil { faults.add(.start, "the lesson has no \(key)") }
    return values[key]?.value
  }

  /// `strip: [weights, output]`; left out, the last weight and the last output of the worksheet.
  private mutating func readStrip(_ node: YAMLNode?, _ sheet: ReadWorksheet) -> Strip {
    guard let node else {
      func last(_ role: MatrixRole) -> String? {
        sheet.worksheet.names.last { sheet.worksheet.role(of: $0) == role }
      }
      return Strip(weights: last(.weight), output: last(.output))
    }
    let names = node.items.compactMap { item -> String? in
      guard let name = item.scalar?.text, sheet.declared.contains(name) else {
        let written = item.scalar?.text ?? item.kind
        faults.add(item.place, "nothing is called \(written)" + didYouMean(written, among: sheet.declared))
        return nil
      }
      return name
    }
    if node.items.count > 2 {
      faults.add(
        node.place,
        "the strip shows weights and, if there are any, an output; here it has \(node.items.count)")
    }
    return Strip(weights: names.first, output: names.dropFirst().first)
  }
}

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
  /// The misconceptions of the course; nil: there is no course, and every id will do.
  let misconceptions: [String]?
  /// Whether it is known that the sentences of the steps fit: they are read, but not held against the worksheet.
  let isTrusted: Bool
  var written = WrittenSteps()

  /// A lesson, yet without words, and where its steps stand.
  struct Reading {
    let lesson: Lesson
    let written: WrittenSteps
  }

  /// Reads a file.
  ///
  /// - Returns: The lesson; nil if there are faults.
  static func read(
    _ source: SourceText, id: String, misconceptions: [String]? = nil, isTrusted: Bool = false
  ) -> (reading: Reading?, faults: [Fault]) {
    var reader = LessonReader(misconceptions: misconceptions, isTrusted: isTrusted)
    do throws(Fault) {
      let (root, duplicates) = try YAMLReader.read(source)
      if let fault = Format.fault(of: root, kind: "lesson") { throw fault }
      reader.faults = duplicates
      let lesson = reader.lesson(root, id: id)
      guard let lesson, reader.faults.isEmpty else { return (nil, reader.faults) }
      return (Reading(lesson: lesson, written: reader.written), [])
    } catch {
      return (nil, [error])
    }
  }

  private init(misconceptions: [String]?, isTrusted: Bool) {
    self.misconceptions = misconceptions
    self.isTrusted = isTrusted
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
      strip: values["strip"].map { strip($0.value, sheet) } ?? usualStrip(of: sheet.worksheet), words: [:])
  }

  private mutating func required(_ key: String, in values: [String: YAMLEntry]) -> YAMLNode? {
    if values[key] == nil { faults.add(.start, "the lesson has no \(key)") }
    return values[key]?.value
  }

  /// The last weight and the last output of the worksheet.
  private func usualStrip(of worksheet: Worksheet) -> Strip {
    func last(_ role: MatrixRole) -> String? {
      worksheet.names.last { worksheet.role(of: $0) == role }
    }
    return Strip(weights: last(.weight), output: last(.output))
  }
}

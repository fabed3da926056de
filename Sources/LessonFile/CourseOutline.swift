/// What `course.yaml` says: which lessons there are, and which misconceptions their wrong choices may show.
struct CourseOutline {
  private static let keys = Keys(owner: "a course", known: ["format", "lessons", "misconceptions"])

  /// Names of the lessons' folders, in order.
  private(set) var lessons: [YAMLScalar] = []
  private(set) var misconceptions: [String] = []
  private(set) var faults: [Fault] = []

  /// A course without lessons.
  init() {}

  init(_ source: SourceText) {
    do throws(Fault) {
      let (root, duplicates) = try YAMLReader.read(source)
      faults = duplicates
      if let fault = Format.fault(of: root, kind: "course") { throw fault }
      let values = Self.keys.read(root, &faults) ?? [:]
      if let node = values["misconceptions"]?.value, !node.isNothing { readMisconceptions(node) }
      guard let node = values["lessons"]?.value, !node.isNothing else {
        throw Fault(place: .start, sentence: "the course has no lessons")
      }
      readLessons(node)
    } catch {
      faults.append(error)
    }
  }

  private mutating func readLessons(_ node: YAMLNode) {
    for item in node.items {
      // An id cannot lead out of the course.
      guard let scalar = item.scalar, isID(scalar.text) else {
        faults.add(item.place, badID(item.scalar?.text ?? item.kind))
        continue
      }
      if lessons.contains(where: { $0.text == scalar.text }) {
        faults.add(item.place, "the course has the lesson \(scalar.text) already")
      } else {
        lessons.append(scalar)
      }
    }
  }

  private mutating func readMisconceptions(_ node: YAMLNode) {
    for item in node.items {
      let id = item.scalar?.text ?? item.kind
      if !isMisconceptionID(id) {
        faults.add(item.place, "a misconception is called M and a number, such as M3, not \(id)")
      } else if misconceptions.contains(id) {
        faults.add(item.place, "the course has the misconception \(id) already")
      } else {
        misconceptions.append(id)
      }
    }
  }
}

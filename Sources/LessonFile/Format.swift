import AttentionCore

/// The version of the lesson format, which a lesson and a course state in `format:`.
enum Format {
  /// The one that this version reads.
  static let current = 1

  /// What is wrong with a file's format; nil if it is ours.
  ///
  /// In another format nothing else need be as we know it, so nothing else is worth a complaint.
  static func fault(of root: YAMLNode, kind: String) -> Fault? {
    guard let entries = root.map else {
      return Fault(place: root.place, sentence: "a \(kind) is a map that begins with format: \(current)")
    }
    guard let format = entries.first(where: { $0.key == "format" })?.value else {
      return Fault(place: .start, sentence: "a \(kind) begins with format: \(current)")
    }
    guard let scalar = format.scalar, scalar.isPlain, let number = scanNumber(scalar.text) else {
      return Fault(place: format.place, sentence: "the format is a number: format: \(current)")
    }
    guard number != Double(current) else { return nil }
    let isNewer = number > Double(current)
    return Fault(
      place: format.place,
      sentence: "this \(kind) has format \(scalar.text); this attend knows format \(current)"
        + (isNewer ? ": upgrade attend" : ""))
  }
}

import AttentionCore

/// The named axes of a lesson: `tokens: [dog, quickly]`.
extension LessonReader {
  static let mostNames = 64
  static let longestName = 24

  /// Reads `axes`.
  ///
  /// - Returns: The names of the first axis, the sentence.
  mutating func readAxes(_ node: YAMLNode) -> [String] {
    guard let entries = node.map else {
      if !node.isNothing {
        faults.add(node.place, "axes is a map from names to lists of names, this is \(node.kind)")
      }
      return []
    }
    for entry in entries {
      if let axis = namedAxis(entry.value, called: entry.key) { axes[entry.key] = axis }
    }
    return entries.first.flatMap { axes[$0.key]?.names } ?? []
  }

  /// An axis from a list of its names; nil, with complaints, if one of them cannot be used.
  mutating func namedAxis(_ node: YAMLNode, called name: String) -> Axis? {
    guard !node.isNothing, node.list?.isEmpty != true else {
      faults.add(node.place, "\(name) has no names")
      return nil
    }
    guard node.items.count <= Self.mostNames else {
      faults.add(node.place, "\(name) has \(node.items.count) names; an axis has at most \(Self.mostNames)")
      return nil
    }
    var names: [String] = []
    var isGood = true
    for item in node.items {
      if let complaint = complaint(aboutName: item, after: names) {
        faults.add(item.place, complaint)
        isGood = false
      }
      names.append(item.scalar?.text ?? "")
    }
    return isGood ? Axis(names: names) : nil
  }

  private func complaint(aboutName node: YAMLNode, after names: [String]) -> String? {
    guard let name = node.scalar?.text else { return "a name is a word, this is \(node.kind)" }
    if name.isEmpty { return "a name has at least one letter" }
    if name.count > Self.longestName {
      return "a name has at most \(Self.longestName) letters, this one has \(name.count)"
    }
    if name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return "\(name) cannot be a name: rows and columns without names are numbered"
    }
    if name.contains("\"") || name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      return "a name has no \" and no blanks at its ends"
    }
    return names.contains(name) ? "\(name) is on this axis twice" : nil
  }

  /// What `rows:` or `columns:` says: an axis by its name, or a list of names.
  mutating func axis(_ entry: YAMLEntry, of matrix: String) -> Axis? {
    guard let scalar = entry.value.scalar, !entry.value.isNothing else {
      return namedAxis(entry.value, called: "\(entry.key) of \(matrix)")
    }
    if let axis = axes[scalar.text] { return axis }
    faults.add(
      entry.value.place,
      "there is no axis called \(scalar.text)" + didYouMean(scalar.text, among: axes.keys.sorted()))
    return nil
  }
}

import AttentionCore
import Tutorial

/// What a step asks: a question with choices or a number, or a challenge.
extension LessonReader {
  mutating func readTask(_ values: [String: YAMLEntry], _ sheet: ReadWorksheet, _ step: inout Step) {
    step.question = question(values, of: step.id, sheet)
    step.challenge = challenge(values, of: step.id, sheet)
    if step.question != nil, step.challenge != nil, let goal = values["goal"] {
      faults.add(goal.keyPlace, "\(step.id) is a question and a challenge; a step is one of them")
    }
  }

  // MARK: Questions

  private mutating func question(
    _ values: [String: YAMLEntry], of id: String, _ sheet: ReadWorksheet
  ) -> Question? {
    let proof = values["proof"].map { proof in
      items(of: proof.value).compactMap { comparison($0, sheet) }
    }
    switch (values["choices"], values["answer"]) {
    case (nil, nil):
      if let proof = values["proof"] {
        faults.add(proof.keyPlace, "\(id) has a proof, but neither choices nor an answer")
      }
      return nil
    case (.some, let answer?):
      faults.add(answer.keyPlace, "\(id) has choices and an answer; a question has one of them")
      return nil
    case (let choices?, nil):
      return Question(kind: .choices(self.choices(choices.value, of: id)), proof: proof ?? [])
    case (nil, let answer?):
      return self.answer(answer.value, sheet).map { Question(kind: .number($0), proof: proof ?? []) }
    }
  }

  private mutating func choices(_ node: YAMLNode, of id: String) -> [Choice] {
    guard let entries = node.map, !entries.isEmpty else {
      faults.add(
        node.place, "choices is a map from ids to right, wrong or a misconception, this is \(node.kind)")
      return []
    }
    let choices = entries.compactMap { entry -> Choice? in
      checkReplyID(entry, "choice")
      return verdict(entry.value).map { Choice(id: entry.key, verdict: $0) }
    }
    guard choices.count == entries.count else { return choices }
    let rightCount = choices.count { $0.verdict == .right }
    if choices.count < 2 {
      faults.add(node.place, "\(id) has one choice; a question has two or more")
    } else if choices.count > Self.longestList {
      faults.add(node.place, "\(id) has \(choices.count) choices; there can be at most \(Self.longestList)")
    } else if rightCount != 1 {
      let counted = rightCount == 0 ? "no right choice" : "\(rightCount) right choices"
      faults.add(node.place, "\(id) has \(counted); exactly one must be right")
    }
    return choices
  }

  private mutating func verdict(_ node: YAMLNode) -> Choice.Verdict? {
    let written = node.scalar?.text ?? node.kind
    switch written {
    case "right": return .right
    case "wrong": return .wrong
    case _ where isMisconceptionID(written):
      if let misconceptions, !misconceptions.contains(written) {
        faults.add(node.place, "course.yaml lists no misconception \(written)")
      }
      return .misconception(written)
    default:
      faults.add(
        node.place,
        "a choice is right, wrong or a misconception such as M3, not \(written)"
          + didYouMean(written, among: ["right", "wrong"]))
      return nil
    }
  }

  private mutating func answer(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Answer? {
    let read = sentence(node, "an answer, such as S[quickly,dog] ± 0.005") { (text) throws(FormulaError) in
      try Answer(parsing: text)
    }
    guard let (answer, scalar) = read else { return nil }
    check(scalar, answer.formula.names, sheet) { (worksheet) throws(FormulaError) in
      let shape = try worksheet.check(answer.formula)
      guard shape.rows.count == 1, shape.columns.count == 1 else {
        throw FormulaError(message: "an answer is one number; \(answer.formula.text) is \(shape)", offset: 0)
      }
    }
    return answer
  }

  private mutating func comparison(_ node: YAMLNode, _ sheet: ReadWorksheet) -> Comparison? {
    let read = sentence(node, "a comparison, such as A[quickly,dog] >= 0.80") { (text) throws(FormulaError) in
      try Comparison(parsing: text)
    }
    guard let (comparison, scalar) = read else { return nil }
    check(scalar, comparison.left.names + comparison.right.names, sheet) { (worksheet) throws(FormulaError) in
      try worksheet.check(comparison)
    }
    return comparison
  }

  // MARK: Challenges

  private mutating func challenge(
    _ values: [String: YAMLEntry], of id: String, _ sheet: ReadWorksheet
  ) -> Challenge? {
    let solution = values["solution"].map { edits($0.value, sheet) } ?? []
    let wrong = values["wrong"].map { edits($0.value, sheet) } ?? []
    guard let goal = values["goal"] else {
      for key in ["limit", "solution", "wrong"] {
        if let entry = values[key] { faults.add(entry.keyPlace, "\(id) has the key \(key), but no goal") }
      }
      return nil
    }
    if values["solution"] == nil { faults.add(goal.keyPlace, "\(id) has a goal, but no solution") }
    return Challenge(
      goals: goals(goal.value, sheet), limit: values["limit"].flatMap { limit($0.value) }, solution: solution,
      wrong: wrong)
  }

  private mutating func goals(_ node: YAMLNode, _ sheet: ReadWorksheet) -> [Challenge.Goal] {
    guard let entries = node.map, !entries.isEmpty else {
      faults.add(node.place, "goal is a map from ids to comparisons, this is \(node.kind)")
      return []
    }
    if entries.count > Self.longestList {
      faults.add(node.place, "there are \(entries.count) goals; there can be at most \(Self.longestList)")
    }
    return entries.compactMap { entry in
      checkReplyID(entry, "goal")
      return comparison(entry.value, sheet).map { Challenge.Goal(id: entry.key, comparison: $0) }
    }
  }

  private mutating func limit(_ node: YAMLNode) -> Challenge.Limit? {
    let written = node.scalar?.text ?? node.kind
    if let limit = Challenge.Limit(rawValue: written) { return limit }
    let limits = Challenge.Limit.allCases.map(\.rawValue)
    faults.add(
      node.place,
      "a limit is \(limits.joined(separator: " or ")), not \(written)" + didYouMean(written, among: limits))
    return nil
  }

  /// Choices and goals are answered by their ids, beside what every step may say.
  private mutating func checkReplyID(_ entry: YAMLEntry, _ kind: String) {
    if !isID(entry.key) {
      faults.add(entry.keyPlace, badID(entry.key))
    } else if WordsReader.commonAsides.contains(entry.key) {
      faults.add(
        entry.keyPlace, "a \(kind) cannot be called \(entry.key): every step may say > \(entry.key):")
    }
  }
}

import AttentionCore
import Frames
import Tutorial

/// Goes through a lesson step by step and writes each stage of the handout.
struct HandoutWriter {
  /// What a handout says of one stage.
  struct Section {
    var title: String
    /// What the learner reads and fills in.
    var blocks: [String] = []
    /// What the key says besides the numbers.
    var key: [String] = []
    /// The blanks that are asked for the first time here.
    var blanks = 0..<0
  }

  let handout: Handout
  /// One for each step.
  let tutors: [Tutor]
  /// The state at the step that is being written.
  private(set) var tutor: Tutor
  private(set) var context: ViewContext
  var blanks = Blanks()
  /// The cells and calculations that are on the page, each with its value: nothing is printed twice.
  var printed: Set<String> = []
  /// Inputs that hold what was computed, while something is tried out.
  var computedInputs: Set<String> = []
  /// The edits that the stage was last said to begin with.
  private var begun = ""
  /// While something is written for the teacher alone.
  var showsAll = false
  var sections: [Section] = []
  /// Questions and challenges, counted over the lesson, and those that do not hold with these numbers.
  var questionCount = 0
  var challengeCount = 0
  var leftOut = 0

  init(_ handout: Handout) {
    self.handout = handout
    tutors = handout.tutors
    // The numbers that most steps share, also where the first begins with others.
    let common = tutors.first { $0.placeID == .common }
    guard let tutor = common ?? tutors.first else { preconditionFailure("a handout has a lesson with steps") }
    self.tutor = tutor
    context = ViewContext(tutor, glyphs: .unicode)
  }

  var lesson: Lesson { handout.lesson }
  var words: FoldedWords { context.words }
  var worksheet: Worksheet { context.worksheet }
  /// Whether what is computed is left out: the key is made of the sheet that it belongs to.
  var hidesNumbers: Bool { handout.kind != .complete && !showsAll }

  /// Goes on with another state.
  mutating func take(_ tutor: Tutor) {
    self.tutor = tutor
    context = ViewContext(tutor, glyphs: .unicode)
  }

  mutating func writeStages() {
    sections.append(inputBlocks())
    for (index, stage) in lesson.stages.enumerated() {
      var section = Section(title: "\(index + 1). \(escapedForMarkdown(context.stageTitle(index)))")
      let first = blanks.all.count
      begun = ""
      for offset in stage.steps.indices {
        write(step: lesson.firstSteps[index] + offset, isLast: offset + 1 == stage.steps.count, to: &section)
      }
      section.blanks = first..<blanks.all.count
      sections.append(section)
    }
  }

  private mutating func write(step: Int, isLast: Bool, to section: inout Section) {
    take(tutors[step])
    if tutor.question != nil { return writeQuestion(to: &section) }
    if tutor.challenge != nil { return writeChallenge(to: &section) }
    if handout.hasOwnNumbers {
      section.blocks += blocks(of: tutor.stepWords?.paragraphs ?? [])
      section.key += notes()
    } else if let definition = definition() {
      section.blocks.append(definition)
    }
    // Steps that draw one picture part by part share it.
    let next = isLast ? nil : tutors[safely: step + 1]
    if next == nil || next?.picture != tutor.picture || next?.question != nil || next?.challenge != nil {
      section.blocks += begunPicture()
    }
    if !tutor.step.experiment.isEmpty { section.blocks += experimentBlocks() }
  }

  /// A picture under what the step begins with: `Z = S` holds here.
  mutating func begunPicture() -> [String] {
    let edits = list(lesson.startEdits(of: tutor.placeID))
    let picture = pictureBlocks()
    guard !picture.isEmpty || tutor.step.question != nil || tutor.step.challenge != nil, edits != begun
    else { return picture }
    begun = edits
    return (edits.isEmpty ? [] : [words.text(.handoutHere, ["edit": edits])]) + picture
  }

  func list(_ edits: [Edit]) -> String { edits.map { markdownCode($0.text) }.joined(separator: ", ") }

  /// What an experiment makes of what the step shows, where that is something new.
  private mutating func experimentBlocks() -> [String] {
    var played = tutor
    _ = played.handle(.toggledReveal)
    guard let experiment = played.experiment else { return [] }
    take(played)
    computedInputs = Set(
      experiment.edits.filter { !$0.formula.names.isEmpty && worksheet.isInput($0.target.name) }
        .map(\.target.name))
    defer { computedInputs = [] }
    let blocks = tables(of: tutor.step.show)
    guard !blocks.isEmpty else { return [] }
    return [words.text(.handoutWith, ["edit": list(experiment.edits)])] + blocks
  }

  /// What is done on the step in general, for those whose numbers the words do not fit.
  private mutating func definition() -> String? {
    let id: String
    switch tutor.picture {
    case .dotProduct: id = "dot-product"
    case .softmax: id = "softmax"
    case .weightedSum: id = "weighted-sum"
    default: return nil
    }
    let glossary = handout.course.ownWords(in: handout.language).glossary
    guard let entry = glossary.first(where: { $0.id == id }), printed.insert("term \(id)").inserted else {
      return nil
    }
    return "**\(escapedForMarkdown(entry.term))**: \(inline(entry.definition))"
  }

  /// The speaker notes of a step, which speak of the lesson's own numbers.
  mutating func notes() -> [String] {
    guard handout.hasOwnNumbers else { return [] }
    return shown { writer in
      (writer.tutor.stepWords?.notes ?? []).map { note in
        let lines = writer.blocks(of: note).joined(separator: "\n\n")
          .split(separator: "\n", omittingEmptySubsequences: false)
        return "> **\(writer.words[.handoutNote])**: " + lines.joined(separator: "\n> ")
      }
    }
  }
}

import AttentionCore
import Testing

@testable import Tutorial

/// A course of two small lessons that has one of everything a step can have.
func smallCourse() throws -> Course {
  let text = { (text: String) in [Paragraph(runs: [Run(.text(text))])] }
  let english = LessonWords(
    title: "Small", goal: "Try everything.", stages: ["walk": "Walk", "ask": "Ask", "reach": "Reach"],
    steps: [
      "look": StepWords(paragraphs: text("A query looks at the keys.")),
      "try": StepWords(paragraphs: text("Press r."), tips: [text("First."), text("Second.")]),
      "choose": StepWords(
        paragraphs: text("What happens?"),
        choices: [
          "same": Paragraph(runs: [Run(.text("Nothing."))]),
          "falls": Paragraph(runs: [Run(.text("It falls."))]),
        ],
        replies: ["same": text("A share is never alone.")], reveal: text("It falls.")),
      "guess": StepWords(paragraphs: text("How large is the score?"), reveal: text("So large.")),
      "listen": StepWords(
        paragraphs: text("Make it listen."), replies: ["listens": text("Not yet.")],
        reveal: text("It listens."),
        tips: [text("Look at the third number.")]),
    ])
  let first = Lesson(
    id: "small", worksheet: try smallWorksheet(), tokens: ["dog", "quickly"],
    stages: [
      Stage(
        id: "walk",
        steps: [
          Step(id: "look", show: [Shown(name: "A", row: 0)]),
          Step(
            id: "try", show: [Shown(name: "A")],
            permission: Permission(
              targets: [Target(name: "Q")],
              edits: [try Edit(parsing: "S = Q · Kᵀ"), try Edit(parsing: "S = 2 * (Q · Kᵀ)")]),
            experiment: [try Edit(parsing: "S = 2 * (Q · Kᵀ)")]),
          Step(
            id: "moved", show: [Shown(name: "A")],
            permission: Permission(targets: [try Target(parsing: "S")]),
            start: [try Edit(parsing: "Q[quickly,1] = 1")]),
        ]),
      Stage(
        id: "ask", start: [try Edit(parsing: "Q[quickly,2] = 0.5")],
        steps: [
          Step(
            id: "choose", show: [Shown(name: "S")], experiment: [try Edit(parsing: "K[dog,3] = 1.74")],
            question: Question(
              kind: .choices([
                Choice(id: "same", verdict: .misconception("M3")), Choice(id: "falls", verdict: .right),
              ]))),
          Step(
            id: "guess", show: [Shown(name: "Q")],
            question: Question(kind: .number(try Answer(parsing: "S[quickly,dog] ± 0.005")))),
          Step(id: "after", show: [Shown(name: "A")]),
        ]),
      Stage(
        id: "reach",
        steps: [
          Step(
            id: "listen", show: [Shown(name: "K"), Shown(name: "A")],
            permission: Permission(targets: [try Target(parsing: "K[dog]")]),
            challenge: Challenge(
              goals: [.init(id: "listens", comparison: try Comparison(parsing: "A[quickly,dog] >= 0.80"))],
              limit: .cell, solution: [try Edit(parsing: "K[dog,3] = 3.10")]))
        ]),
    ],
    strip: Strip(weights: "A"), words: [.english: english])
  var second = first
  second.id = "second"
  second.words = [
    .english: LessonWords(title: "Second", goal: "", stages: ["walk": "Stroll"], steps: [:])
  ]
  let belief = Misconception(title: "A score is attention", text: text("It is not.")[0])
  return Course(
    lessons: [first, second], interface: [.english: InterfaceWords(texts: [:])], misconceptions: ["M3"],
    words: [
      .english: CourseWords(
        title: "The small course", misconceptions: ["M3": belief],
        glossary: [
          GlossaryEntry(id: "key", term: "clave (key)", definition: text("What a token offers.")[0]),
          GlossaryEntry(id: "value", term: "value", definition: text("What is mixed in.")[0]),
        ])
    ])
}

/// A tutor at a step of the small course.
func smallTutor(at step: String, saved: SavedProgress = SavedProgress()) throws -> Tutor {
  let course = try smallCourse()
  let index = try #require(course.lessons[0].step(named: step) as Int?)
  return try #require(Tutor(course: course, saved: saved, lesson: 0, step: index))
}

private func smallWorksheet() throws -> Worksheet {
  let tokens = Axis(names: ["dog", "quickly"])
  let three = Axis(count: 3)
  func formula(_ text: String) throws -> Definition.Source { .formula(try Formula(parsing: text)) }
  return try Worksheet([
    Definition(
      name: "Q",
      source: .input(
        Input(shape: Shape(rows: Axis(names: ["quickly"]), columns: three), numbers: [0.22, 0.64, 0.73])),
      role: .query),
    Definition(
      name: "K",
      source: .input(
        Input(shape: Shape(rows: tokens, columns: three), numbers: [0.54, 0.36, 0.74, 0.10, 0.70, 1.00])),
      role: .key),
    Definition(name: "S", source: try formula("Q · Kᵀ")),
    Definition(name: "A", source: try formula("softmax(S)")),
  ])
}

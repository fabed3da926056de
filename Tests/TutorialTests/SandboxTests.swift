import AttentionCore
import LessonFile
import Testing

@testable import Tutorial

@Suite struct SandboxTests {
  private static let first = Recipe(sentence: "The cat drinks milk")

  /// A tutor in the sandbox, after a lesson that somebody wrote.
  private func sandboxTutor(_ recipe: Recipe = first, saved: SavedProgress = SavedProgress()) throws -> Tutor
  {
    let sandbox = try #require(try SentenceLesson(recipe).sandbox())
    var course = try shippedCourse()
    course.lessons = [course.lessons[0], sandbox]
    return try #require(Tutor(course: course, saved: saved, lesson: 1))
  }

  private func form(_ tutor: Tutor) throws -> Form {
    guard case .form(let form) = tutor.overlay else { throw NoForm() }
    return form
  }

  private struct NoForm: Error {}

  @Test func `the form begins with the sentence that is there, and Escape leaves it`() throws {
    var tutor = try sandboxTutor()
    tutor.send(.openedSentence)
    #expect(try form(tutor).fields.map(\.text) == ["The cat drinks milk", "3", "1"])
    tutor.send(.typed("x"), .closedOverlay)
    #expect(tutor.overlay == nil && tutor.lesson.recipe == Self.first)
  }

  @Test func `what was typed is asked to be built, with digits alone in the counts`() throws {
    var tutor = try sandboxTutor()
    tutor.send(.openedSentence, .editedNumber(.clear), .pastedText("El gato\nduerme"), .moved(.down))
    tutor.send(.editedNumber(.clear), .typed("x"), .typed("2"), .movedToNextMatrix, .typed("-"), .typed("7"))
    #expect(
      tutor.handle(.chose) == [.build(Recipe(sentence: "El gato duerme", dimensions: 2, seed: 17))])
    tutor.send(.refused("no"))
    #expect(try form(tutor).refusal == "no")
    tutor.send(.moved(.up), .editedNumber(.clear))
    #expect(try form(tutor).refusal == nil)
    #expect(tutor.handle(.chose) == [.build(Recipe(sentence: "El gato duerme", dimensions: 0, seed: 17))])
  }

  @Test func `another sentence takes the place of the first, with its own numbers and nothing to undo`()
    throws
  {
    var tutor = try sandboxTutor()
    tutor.send(.wentToNextStage)
    tutor.edit("Q", 0, 0, "9")
    let recipe = Recipe(sentence: "El gato duerme ahora", dimensions: 2, seed: 5)
    let next = try #require(try SentenceLesson(recipe).sandbox())
    tutor.replaceSandbox(with: next)
    #expect(tutor.lesson.tokens == ["El", "gato", "duerme", "ahora"])
    #expect(tutor.step.id == "inputs" && tutor.place.done.isEmpty)
    #expect(tutor.worksheet == next.worksheet && tutor.worksheet["Q"]?.columnCount == 2)
    #expect(tutor.saved.lessons["sandbox"]?.recipe == recipe)
    #expect(tutor.saved.lessons["sandbox"]?.places.isEmpty == true)
  }

  @Test func `what was changed comes back with its sentence`() throws {
    var tutor = try sandboxTutor()
    tutor.send(.wentToNextStage)
    tutor.edit("Q", 0, 0, "9")
    let again = try sandboxTutor(saved: tutor.saved)
    #expect(again.number("Q", 0, 0) == 9 && again.step.id == "inputs")
  }

  @Test(arguments: [
    ("scaled", ["Z = S", "Z = S / √columns(K)", "Z = S / columns(K)"]),
    ("mask", ["P = Z", "P = mask(Z, M)"]),
    ("softmax", ["A = softmax(P)", "A = softmax(Pᵀ)ᵀ", "A = P / sum(P)"]),
    ("vectors", ["K = Q"]),
  ])
  func `the switches are offered and can be played`(stage: String, edits: [String]) throws {
    let lesson = try sandboxTutor().lesson
    let step = lesson.steps[try #require(lesson.step(named: stage))]
    #expect(step.permission?.edits.map(\.text) == edits)
    for edit in edits {
      var worksheet = lesson.worksheet
      try worksheet.apply(try Edit(parsing: edit))
    }
    let everything = lesson.steps[lesson.steps.count - 1].permission?.edits.map(\.text) ?? []
    #expect(Set(edits).isSubset(of: everything))
  }

  @Test func `nothing is hidden in the sandbox`() throws {
    let tutor = try sandboxTutor()
    #expect(tutor.isVisible(CellAddress(name: "O", row: 3, column: 2)))
  }

  @Test func `only the sandbox asks`() throws {
    var tutor = try tutor()
    tutor.send(.openedSentence, .openedSaving)
    #expect(tutor.overlay == nil)
  }

  @Test(arguments: [
    ("El gato duerme", "el-gato-duerme"), ("¿Qué? ../../x", "qu-x"), ("日本 語", "my-sentence"),
  ])
  func `the folder is proposed in plain letters`(sentence: String, folder: String) throws {
    var tutor = try sandboxTutor(Recipe(sentence: sentence))
    tutor.send(.openedSaving)
    #expect(try form(tutor).fields.map(\.text) == [folder])
    #expect(tutor.handle(.chose) == [.saveLesson(folder: folder)])
    tutor.send(.editedNumber(.clear))
    #expect(tutor.handle(.chose).isEmpty)
  }

  @Test func `a line is edited letter by letter, and no longer than it may be`() {
    var prompt = TextPrompt()
    prompt.type("ae\u{301}\tb")
    #expect(prompt.text == "ae\u{301} b" && prompt.caret == 4)
    prompt.edit(.left)
    prompt.edit(.backspace)
    prompt.type("\u{302}")
    #expect(prompt.caret <= prompt.text.count)
    prompt.edit(.home)
    prompt.edit(.delete)
    prompt.edit(.clearToEnd)
    #expect(prompt.text.isEmpty && prompt.caret == 0)
    prompt.type(String(repeating: "a", count: 1000))
    #expect(prompt.text.count == 200)
  }
}

import AttentionCore

/// The sandbox: a lesson about a sentence that the learner types, which is built anew for each.
extension Tutor {
  /// Whether the lesson on screen is the sandbox.
  public var isInSandbox: Bool { lesson.recipe != nil }

  /// What the sandbox of this course was made from.
  public var sandboxRecipe: Recipe? { course.lessons.lazy.compactMap(\.recipe).first }

  mutating func openForm(_ kind: Form.Kind) {
    guard let recipe = lesson.recipe else { return }
    guard kind != .folder || settings.canSaveLessons else {
      notice = .cannotSave
      return
    }
    mode = .step
    prompt = nil
    switch kind {
    case .sentence: overlay = .form(Form(asking: recipe))
    case .folder: overlay = .form(Form(savingAs: Self.folderName(for: recipe.sentence)))
    }
  }

  mutating func handleForm(_ event: Event, _ form: Form) {
    var form = form
    switch event {
    case .closedOverlay: overlay = nil
    case .refused(let reason):
      form.refusal = reason
      overlay = .form(form)
    case .chose:
      switch form.kind {
      case .sentence: effects.append(.build(form.recipe))
      case .folder where !form.fields[0].text.isEmpty:
        effects.append(.saveLesson(folder: form.fields[0].text))
      case .folder: break
      }
    default:
      form.handle(event)
      overlay = .form(form)
    }
  }

  /// Puts the sandbox of another sentence in the place of this one; what was changed in it is gone with it.
  public mutating func replaceSandbox(with sandbox: Lesson) {
    guard let index = course.lessons.firstIndex(where: { $0.recipe != nil }) else { return }
    course.lessons[index] = sandbox
    overlay = nil
    guard index == lessonIndex else { return }
    let step = min(progress.step, sandbox.steps.count - 1)
    progress = LessonProgress(step: step, furthest: min(progress.furthest, sandbox.steps.count - 1))
    reach = Reach(of: sandbox)
    experiment = nil
    isRevealed = false
    cursor.name = ""
    enterStep()
  }

  /// The lesson was saved: the form has done its work.
  public mutating func closeForm() {
    if case .form = overlay { overlay = nil }
  }

  /// `El gato duerme` in letters that every system takes for the name of a folder.
  public static func folderName(for sentence: String) -> String {
    let words = sentence.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "my-sentence" : String(words.joined(separator: "-").prefix(40))
  }
}

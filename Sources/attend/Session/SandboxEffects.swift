import Frames
import Glibc
import LessonFile
import Tutorial

extension Tutor {
  /// Builds the sandbox of a sentence, or says in its form why there is none; whether it was built.
  mutating func build(_ recipe: Recipe) -> Bool {
    do throws(SentenceError) {
      // Those that the learner may change to without another look at the files.
      let languages = Set(course.languages.filter(course.hasWords))
      guard let sandbox = try SentenceLesson(recipe).sandbox(in: languages) else { return false }
      replaceSandbox(with: sandbox)
      return true
    } catch {
      _ = handle(.refused(interface[error.phrase]))
      return false
    }
  }

  /// Saves the sandbox with its numbers as a lesson in a new folder, and says where it is.
  mutating func saveSandbox(in folder: String) {
    guard let recipe = lesson.recipe, let numbers = SentenceNumbers(place.worksheet),
      let lesson = try? SentenceLesson(recipe, numbers: numbers)
    else { return }
    // A folder of its own: nothing can be overwritten, and nothing else is in it.
    guard access(folder, F_OK) != 0 else {
      _ = handle(.refused(interface.text(.formExists, ["path": folder])))
      return
    }
    do throws(FolderFailure) {
      let isMasked = place.worksheet.formula(of: "P")?.names.contains("M") ?? false
      try makeLessonFolder(folder, lesson.files(isMasked: isMasked))
      closeForm()
      _ = handle(.told(interface.text(.formSaved, ["path": shellWord(wholePath(of: folder))])))
    } catch {
      _ = handle(.refused(interface.text(.formNotSaved, ["reason": error.reason])))
    }
  }

  private func wholePath(of folder: String) -> String {
    guard let path = realpath(folder, nil) else { return folder }
    defer { free(path) }
    return String(cString: path)
  }
}

extension SentenceError {
  fileprivate var phrase: Phrase {
    switch reason {
    case .count: .formBadCount
    case .tooLong: .formTooLong
    case .quotationMark: .formQuotationMark
    case .sign: .formBadSign
    case .dimensions: .formBadDimensions
    }
  }
}

extension Course {
  /// The course with the sandbox at its end.
  ///
  /// - Parameter isWanted: Whether it is needed yet; else there is nothing of it but its id.
  func withSandbox(_ recipe: Recipe, in languages: Set<Language>?, isWanted: Bool) -> Course {
    var course = self
    guard isWanted else {
      var sandbox = Lesson(unread: SentenceLesson.sandboxID)
      sandbox.recipe = recipe
      course.lessons.append(sandbox)
      return course
    }
    if let sandbox = SentenceLesson.sandbox(of: recipe, in: languages) { course.lessons.append(sandbox) }
    return course
  }
}

extension SentenceLesson {
  /// The sandbox of a sentence; of the first one where there cannot be such, as a progress file that was changed by hand
  /// may name.
  static func sandbox(of recipe: Recipe, in languages: Set<Language>?) -> Lesson? {
    let lesson = (try? SentenceLesson(recipe)) ?? (try? SentenceLesson(.beginning))
    return lesson?.sandbox(in: languages)
  }
}

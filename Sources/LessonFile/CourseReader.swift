import Tutorial

/// Reads a whole course, or one lesson, from its files.
///
/// A file that cannot be opened is an error; what is wrong inside a file is a complaint. A lesson or a course is
/// there if no complaint stops it.
public struct CourseReader {
  private static let keys = Keys(owner: "a course", known: ["format", "lessons", "misconceptions"])

  private let files: CourseFiles
  /// The languages whose words are read, besides English; nil: all.
  private let spoken: Set<Language>?
  private var complaints: [Complaint] = []

  /// Reads `course.yaml`, all its lessons and the words of the interface.
  ///
  /// - Returns: The course, if no complaint stops it; and all complaints, file by file.
  /// - Throws: If `course.yaml` or the words of the interface cannot be opened.
  /// - Parameter languages: Those whose words are read, besides English; nil: all.
  public static func read(
    _ files: CourseFiles, in languages: Set<Language>? = nil
  ) throws(FileError) -> (course: Course?, complaints: [Complaint]) {
    var reader = CourseReader(files: files, spoken: languages)
    let course = try reader.course()
    return (reader.isStopped ? nil : course, reader.complaints)
  }

  /// Reads the lesson in a folder, in all languages that are there.
  ///
  /// - Returns: The lesson, if no complaint stops it; and all complaints, file by file.
  /// - Throws: If the folder or its `lesson.yaml` cannot be opened.
  public static func readLesson(
    at folder: String
  ) throws(FileError) -> (lesson: Lesson?, complaints: [Complaint]) {
    var reader = CourseReader(files: .directory(folder))
    let lesson = try reader.lesson(in: "", id: lastPathComponent(of: folder), languages: [])
    return (reader.isStopped ? nil : lesson, reader.complaints)
  }

  private init(files: CourseFiles, spoken: Set<Language>? = nil) {
    self.files = files
    self.spoken = spoken
  }

  /// Whether the words of a language are wanted.
  private func speaks(_ language: Language) -> Bool { spoken?.contains(language) ?? true }

  private var isStopped: Bool { complaints.contains { $0.severity == .stops } }

  // MARK: The course

  private mutating func course() throws(FileError) -> Course {
    let ids = try lessonIDs()
    let languages = languages(of: try files.names(in: "strings"), type: ".yaml")
    let interface = try interface(in: languages)
    var lessons: [Lesson] = []
    for id in ids {
      do throws(FileError) {
        if let lesson = try lesson(in: id.text, id: id.text, languages: interface.keys.sorted()) {
          lessons.append(lesson)
        }
      } catch {
        add([Fault(place: id.place, sentence: error.description)], "course.yaml")
      }
    }
    return Course(lessons: lessons, interface: interface, languages: Array(Set(languages + [.english])))
  }

  /// The lessons that `course.yaml` names, in its order.
  private mutating func lessonIDs() throws(FileError) -> [YAMLScalar] {
    var faults: [Fault] = []
    defer { add(faults, "course.yaml") }
    guard let source = try source("course.yaml") else { return [] }
    do throws(Fault) {
      let (root, duplicates) = try YAMLReader.read(source)
      faults = duplicates
      if let fault = Format.fault(of: root, kind: "course") { throw fault }
      guard let values = Self.keys.read(root, &faults), let lessons = values["lessons"]?.value,
        !lessons.isNothing
      else { throw Fault(place: .start, sentence: "the course has no lessons") }
      var ids: [YAMLScalar] = []
      for item in lessons.items {
        guard let id = id(item, &faults) else { continue }
        if ids.contains(where: { $0.text == id.text }) {
          faults.add(id.place, "the course has the lesson \(id.text) already")
        } else {
          ids.append(id)
        }
      }
      return ids
    } catch {
      faults.append(error)
      return []
    }
  }

  /// The name of a lesson's folder, which cannot lead out of the course.
  private func id(_ node: YAMLNode, _ faults: inout [Fault]) -> YAMLScalar? {
    guard let scalar = node.scalar, isID(scalar.text) else {
      faults.add(node.place, badID(node.scalar?.text ?? node.kind))
      return nil
    }
    return scalar
  }

  /// The words of the interface in those of the languages that are wanted; English always, as the others rest on it.
  private mutating func interface(in languages: [Language]) throws(FileError) -> [Language: InterfaceWords] {
    let english = try phrases(in: .english, english: nil)
    var words = [Language.english: InterfaceWords(texts: english)]
    for language in languages where language != .english && speaks(language) {
      words[language] = InterfaceWords(texts: try phrases(in: language, english: english))
    }
    return words
  }

  private mutating func phrases(in language: Language, english: [Phrase: String]?) throws(FileError)
    -> [Phrase: String]
  {
    let path = "strings/\(language.code).yaml"
    guard let source = try source(path) else { return english ?? [:] }
    let (texts, faults) = StringsReader.read(source, english: english)
    add(faults, path)
    return texts
  }

  // MARK: Lessons

  /// - Parameter languages: Those that the course speaks; the lesson may have more.
  private mutating func lesson(in folder: String, id: String, languages: [Language]) throws(FileError)
    -> Lesson?
  {
    let path = folder.isEmpty ? "" : folder + "/"
    guard let source = try source(path + "lesson.yaml") else { return nil }
    let (read, faults) = LessonReader.read(source, id: id)
    add(faults, path + "lesson.yaml")
    guard var lesson = read else { return nil }
    let there = self.languages(of: try files.names(in: folder), type: ".md")
    for language in Set(languages + there + [.english]).sorted()
    where language == .english || speaks(language) {
      let words = "\(path)\(language.code).md"
      guard there.contains(language) else {
        let severity = language == .english ? Complaint.Severity.stops : .reports
        add(
          [Fault(place: .start, sentence: "there is no such file: \(id) has no words", severity: severity)],
          words)
        continue
      }
      lesson.words[language] = try self.words(words, of: lesson)
    }
    return lesson
  }

  private mutating func words(_ path: String, of lesson: Lesson) throws(FileError) -> LessonWords? {
    guard let source = try source(path) else { return nil }
    let (words, faults) = WordsReader.read(source, for: lesson)
    add(faults, path)
    return words
  }

  // MARK: Files

  /// The text of a file; nil, with a complaint, if it is none that lessons can be made of.
  private mutating func source(_ path: String) throws(FileError) -> SourceText? {
    do throws(FileError) {
      let bytes = try files.read(path)
      do throws(Fault) {
        return try SourceText(bytes)
      } catch {
        add([error], path)
        return nil
      }
    } catch {
      guard error.reason == .tooLarge else { throw error }
      add([Fault(place: .start, sentence: "the file is larger than 1 MiB")], path)
      return nil
    }
  }

  /// The languages of a folder's files: `en` and `es` for `en.md`, `es.md` and `README.md`.
  private func languages(of names: [String], type: String) -> [Language] {
    names.filter { $0.hasSuffix(type) }.map { $0.dropLast(type.count) }
      .filter { (2...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
      .map { Language(String($0)) }
  }

  private mutating func add(_ faults: [Fault], _ path: String) {
    complaints += faults.complaints(in: files.name(of: path))
  }
}

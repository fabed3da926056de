import Tutorial

/// Reads a whole course, or one lesson, from its files.
///
/// A file that cannot be opened is an error; what is wrong inside a file is a complaint. A lesson or a course is
/// there if no complaint stops it.
public struct CourseReader {
  let files: CourseFiles
  /// The languages whose words are read, besides English; nil: all.
  private let spoken: Set<Language>?
  /// Whether claims about numbers are held against the numbers, and not only read.
  let isProving: Bool
  private var complaints: [Complaint] = []

  /// Reads `course.yaml`, all its lessons, the words of the course and those of the interface.
  ///
  /// - Parameters:
  ///   - languages: Those whose words are read, besides English; nil: all.
  ///   - wanted: The only lesson to read, by its id; of the others there is nothing but the id. Nil, or an id that is
  ///     not there: all.
  ///   - proving: Whether every claim about numbers is proved; nil: where files come from a folder. Those in the
  ///     program are proved by its tests, and a start has no time to do so again.
  /// - Returns: The course, if no complaint stops it; and all complaints, file by file.
  /// - Throws: If `course.yaml` or the words of the interface cannot be opened.
  public static func read(
    _ files: CourseFiles, in languages: Set<Language>? = nil, only wanted: String? = nil,
    proving: Bool? = nil
  ) throws(FileError) -> (course: Course?, complaints: [Complaint]) {
    var reader = CourseReader(files: files, spoken: languages, isProving: proving ?? !files.areEmbedded)
    let course = try reader.course(only: wanted)
    return (reader.isStopped ? nil : course, reader.complaints)
  }

  /// Reads a lesson of a course of which only others were read.
  ///
  /// - Returns: The lesson, if no complaint stops it.
  /// - Throws: If a file of it cannot be opened.
  public static func readLesson(
    _ id: String, of course: Course, from files: CourseFiles, in languages: Set<Language>
  ) throws(FileError) -> Lesson? {
    var reader = CourseReader(files: files, spoken: languages, isProving: !files.areEmbedded)
    let lesson = try reader.lesson(
      in: id, id: id, languages: course.interface.keys.sorted(), misconceptions: course.misconceptions)
    return reader.isStopped ? nil : lesson
  }

  /// Reads the lesson in a folder, in all languages that are there.
  ///
  /// - Parameter proving: Whether every claim about numbers is proved.
  /// - Returns: The lesson, if no complaint stops it; and all complaints, file by file.
  /// - Throws: If the folder or its `lesson.yaml` cannot be opened.
  public static func readLesson(
    at folder: String, proving: Bool = true
  ) throws(FileError) -> (lesson: Lesson?, complaints: [Complaint]) {
    try readLesson(.directory(folder), id: lastPathComponent(of: folder), in: nil, proving: proving)
  }

  /// Reads the lesson whose `lesson.yaml` lies at the top of some files.
  ///
  /// - Parameter languages: Those whose words are read, besides English; nil: all that are there.
  static func readLesson(
    _ files: CourseFiles, id: String, in languages: Set<Language>?, proving: Bool
  ) throws(FileError) -> (lesson: Lesson?, complaints: [Complaint]) {
    var reader = CourseReader(files: files, spoken: languages, isProving: proving)
    let lesson = try reader.lesson(in: "", id: id, languages: [], misconceptions: nil)
    return (reader.isStopped ? nil : lesson, reader.complaints)
  }

  private init(files: CourseFiles, spoken: Set<Language>?, isProving: Bool) {
    self.files = files
    self.spoken = spoken
    self.isProving = isProving
  }

  private var isStopped: Bool { complaints.contains { $0.severity == .stops } }

  private mutating func course(only wanted: String?) throws(FileError) -> Course {
    let outline = try source("course.yaml").map { CourseOutline($0) } ?? CourseOutline()
    add(outline.faults, "course.yaml")
    let languages = languages(of: try files.names(in: "strings"), type: ".yaml")
    let interface = try interface(in: languages)
    let words = try courseWords(in: interface.keys.sorted(), misconceptions: outline.misconceptions)
    var lessons: [Lesson] = []
    let wanted = outline.lessons.contains { $0.text == wanted } ? wanted : nil
    for id in outline.lessons {
      if let wanted, id.text != wanted {
        lessons.append(Lesson(unread: id.text))
        continue
      }
      do throws(FileError) {
        let lesson = try lesson(
          in: id.text, id: id.text, languages: interface.keys.sorted(), misconceptions: outline.misconceptions
        )
        if let lesson { lessons.append(lesson) }
      } catch {
        add([Fault(place: id.place, sentence: error.description)], "course.yaml")
      }
    }
    return Course(
      lessons: lessons, interface: interface, languages: Array(Set(languages + [.english])),
      misconceptions: outline.misconceptions, words: words)
  }

  // MARK: The interface

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

  // MARK: For all files

  /// Whether the words of a language are wanted.
  func speaks(_ language: Language) -> Bool { language == .english || spoken?.contains(language) ?? true }

  /// The text of a file; nil, with a complaint, if it is none that lessons can be made of.
  mutating func source(_ path: String) throws(FileError) -> SourceText? {
    if !isProving, let trusted = files.trustedText(path) { return trusted }
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
  func languages(of names: [String], type: String) -> [Language] {
    names.filter { $0.hasSuffix(type) }.map { $0.dropLast(type.count) }
      .filter { (2...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
      .map { Language(String($0)) }
  }

  mutating func add(_ faults: [Fault], _ path: String) {
    complaints += faults.complaints(in: files.name(of: path))
  }

  /// Complains that a file of words is not there; the course can do without a translation, not without English.
  mutating func addMissing(_ path: String, of what: String, in language: Language) {
    let severity = language == .english ? Complaint.Severity.stops : .reports
    add(
      [Fault(place: .start, sentence: "there is no such file: \(what) has no words", severity: severity)],
      path)
  }
}

import ArgumentParser
import Frames
import Glibc
import Tutorial

/// Which lesson an argument names, and where in it: `two-tokens:softmax`, `./my-lesson`, `./my-course:first`.
struct CourseAddress: Hashable {
  var source: CourseSource
  /// A lesson of the course, with a stage or a step after a colon; nil: none was named.
  var place: String?

  /// Reads an argument.
  ///
  /// What has a slash in it, and what is the folder of a lesson or a course, is a path; anything else is a lesson's id,
  /// of those of the user before those of the program.
  ///
  /// - Parameter lessons: The folder of a course that was asked for besides.
  init(_ argument: String?, lessons: String?) throws {
    let course = lessons.map(CourseSource.course) ?? .embedded
    guard let argument else {
      self.init(source: course, place: nil)
      return
    }
    // Beside a course that was asked for, a word is a lesson of it, whatever folders lie around.
    let isWord = lessons != nil && !argument.utf8.contains(UInt8(ascii: "/"))
    for (path, place) in isWord ? [] : Self.readings(of: argument) {
      guard let source = Self.folder(at: path) else { continue }
      guard lessons == nil else {
        throw ValidationError(
          "\(quoted(path)) is a folder and --lessons names another: leave one of them out")
      }
      self.init(source: source, place: source.place(place))
      return
    }
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    if lessons == nil, let folder = OwnLessons.folder(of: parts[0]) {
      let source = CourseSource.lesson(folder)
      self.init(source: source, place: source.place(parts.count == 2 ? parts[1] : nil))
      return
    }
    guard argument.utf8.contains(UInt8(ascii: "/")) else {
      self.init(source: course, place: argument)
      return
    }
    writeError("cannot open \(argument): there is no lesson.yaml and no course.yaml in it")
    throw ExitCode.cannotOpen
  }

  init(source: CourseSource, place: String?) {
    self.source = source
    self.place = place
  }

  /// The whole as a path, else what stands before the first colon of its last part.
  private static func readings(of argument: String) -> [(path: String, place: String?)] {
    let slash = argument.lastIndex(of: "/") ?? argument.startIndex
    guard let colon = argument[slash...].firstIndex(of: ":") else { return [(argument, nil)] }
    return [
      (argument, nil), (String(argument[..<colon]), String(argument[argument.index(after: colon)...])),
    ]
  }

  private static func folder(at path: String) -> CourseSource? {
    guard !path.isEmpty else { return nil }
    if access(path + "/course.yaml", F_OK) == 0 { return .course(path) }
    return access(path + "/lesson.yaml", F_OK) == 0 ? .lesson(path) : nil
  }
}

extension CourseSource {
  /// What stood after a folder, as a place of its course.
  fileprivate func place(_ text: String?) -> String? {
    guard case .lesson(let folder) = self, let text else { return text }
    return "\(lessonID(ofFolder: folder)):\(text)"
  }
}

/// The id of the lesson in a folder: its name, also where the path ends in `/` or is `.`.
func lessonID(ofFolder path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved).split(separator: "/").last.map(String.init) ?? path
}

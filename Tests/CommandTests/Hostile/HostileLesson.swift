import Foundation

/// A lesson that somebody made to break things, or that looks like one.
struct HostileLesson: Sendable {
  enum Verdict: Sendable {
    /// It is a lesson all the same.
    case fine
    /// It is refused, with a complaint about this file.
    case refused(in: String)
    /// One or the other: what is left of it may still be a lesson.
    case either
  }

  /// The name of its folder, which begins with what it is about.
  let name: String
  /// `lesson.yaml` and `en.md`, as bytes.
  var files: [String: [UInt8]]
  let verdict: Verdict
}

/// The small lesson that all of them are made from: it is right.
struct SoundLesson: Sendable {
  var yaml: String
  var words: String

  init() throws {
    let folder = packageFolder.appending(path: "Lessons/starter")
    yaml = try String(contentsOf: folder.appending(path: "lesson.yaml"), encoding: .utf8)
    words = try String(contentsOf: folder.appending(path: "en.md"), encoding: .utf8)
  }

  /// A lesson with one of its files replaced.
  func with(_ name: String, yaml bytes: [UInt8], _ verdict: HostileLesson.Verdict? = nil) -> HostileLesson {
    HostileLesson(
      name: name, files: ["lesson.yaml": bytes, "en.md": Array(words.utf8)],
      verdict: verdict ?? .refused(in: "lesson.yaml"))
  }

  func with(_ name: String, words bytes: [UInt8], _ verdict: HostileLesson.Verdict? = nil) -> HostileLesson {
    HostileLesson(
      name: name, files: ["lesson.yaml": Array(yaml.utf8), "en.md": bytes],
      verdict: verdict ?? .refused(in: "en.md"))
  }

  func with(_ name: String, yaml text: String, _ verdict: HostileLesson.Verdict? = nil) -> HostileLesson {
    with(name, yaml: Array(text.utf8), verdict)
  }

  /// A lesson in whose `lesson.yaml` one piece is another one.
  func with(_ name: String, _ piece: String, _ other: String, _ verdict: HostileLesson.Verdict? = nil)
    -> HostileLesson
  {
    precondition(yaml.contains(piece), "\(name): the sound lesson has no \(piece)")
    return with(name, yaml: Array(yaml.replacing(piece, with: other, maxReplacements: 1).utf8), verdict)
  }
}

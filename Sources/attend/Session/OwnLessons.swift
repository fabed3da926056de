import Glibc
import LessonFile

/// Lessons of the user and of the system, which are opened by the names of their folders from anywhere.
///
/// They lie in `attend/lessons` below XDG_DATA_HOME, then below each folder of XDG_DATA_DIRS; of two with one name the
/// first counts, and both before a lesson of the program.
enum OwnLessons {
  /// The folder of a lesson; nil where there is none of that name.
  static func folder(of name: String) -> String? {
    guard isID(name) else { return nil }
    return roots.lazy.map { "\($0)/\(name)" }.first { access($0 + "/lesson.yaml", F_OK) == 0 }
  }

  /// The names of all, in order.
  static var names: [String] {
    let found = roots.flatMap { root in entries(of: root).filter { folder(of: $0) != nil } }
    return Set(found).sorted()
  }

  private static var roots: [String] {
    // By the XDG base directories a relative folder counts as none.
    func absolute(_ path: String?) -> String? {
      path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    }
    let home =
      absolute(environment("XDG_DATA_HOME")) ?? absolute(environment("HOME")).map { $0 + "/.local/share" }
    let shared = environment("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share"
    return ([home] + shared.split(separator: ":").map { absolute(String($0)) }).compactMap(\.self)
      .map { $0 + "/attend/lessons" }
  }

  private static func entries(of folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        })
    }
    return names
  }
}

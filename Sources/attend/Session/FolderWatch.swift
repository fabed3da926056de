import Glibc
import LessonFile

/// Notices that the files of a lesson or a course were changed.
///
/// It asks the system when they were last written, whenever it is asked itself; nothing runs in between.
struct FolderWatch {
  private struct Stamp: Hashable {
    var path: String
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    var node: UInt
  }

  private let folder: String
  private var stamps: [Stamp] = []

  init(_ folder: String) {
    self.folder = folder
    stamps = currentStamps()
  }

  /// Whether anything changed since it was asked last.
  mutating func hasChanged() -> Bool {
    let old = stamps
    stamps = currentStamps()
    return stamps != old
  }

  private func currentStamps() -> [Stamp] {
    let files = CourseFiles.directory(folder)
    let names = (try? files.names(in: "")) ?? []
    // A course has its lessons one folder below.
    return names.flatMap { name -> [String] in
      isLessonFile(name)
        ? [name] : ((try? files.names(in: name)) ?? []).filter(isLessonFile).map { "\(name)/\($0)" }
    }.compactMap { stamp(of: $0) }
  }

  private func isLessonFile(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".md") }

  private func stamp(of name: String) -> Stamp? {
    var status = stat()
    guard stat("\(folder)/\(name)", &status) == 0 else { return nil }
    return Stamp(
      path: name, size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec, node: UInt(status.st_ino))
  }
}

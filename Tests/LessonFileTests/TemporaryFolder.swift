import Glibc
import Testing

@testable import LessonFile

/// A folder that is gone with its last copy.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/attend-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { removeTree(path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and makes the folder that it is in.
  func write(_ bytes: [UInt8], to name: String) throws {
    if let slash = name.lastIndex(of: "/") { mkdir(path(String(name[..<slash])), 0o700) }
    let file = try #require(fopen(path(name), "w"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
}

private func removeTree(_ path: String) {
  // Only a folder that is not empty stays.
  guard remove(path) != 0, let names = try? namesInDirectory(path) else { return }
  for name in names { removeTree("\(path)/\(name)") }
  rmdir(path)
}

/// `Lessons` of the package.
let lessonsFolder: String? = {
  var parts = #filePath.split(separator: "/").dropLast(3).map(String.init)
  parts.append("Lessons")
  return "/" + parts.joined(separator: "/")
}()

import Glibc

/// A folder that is gone with its last copy; files in it are named by their path below it.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/attend-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/attend-none"
  }

  deinit { removeTree(path) }

  /// The text of a file; nil where there is none.
  func read(_ name: String) -> String? { text(ofFile: "\(path)/\(name)") }

  /// Replaces a file as an editor does, and makes the folder that it is in.
  func write(_ text: String, to name: String) {
    if let slash = name.lastIndex(of: "/") { mkdir("\(path)/\(name[..<slash])", 0o700) }
    let draft = "\(path)/\(name)~"
    guard let file = fopen(draft, "w") else { return }
    fputs(text, file)
    fclose(file)
    rename(draft, "\(path)/\(name)")
  }
}

/// The text of a file; nil where there is none.
func text(ofFile path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}

/// A file of the package, by its path below it.
func packageFile(_ name: String) -> String {
  "/" + (#filePath.split(separator: "/").dropLast(4) + [Substring(name)]).joined(separator: "/")
}

private func removeTree(_ path: String) {
  guard remove(path) != 0, let directory = opendir(path) else { return }
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { removeTree("\(path)/\(name)") }
  }
  closedir(directory)
  rmdir(path)
}

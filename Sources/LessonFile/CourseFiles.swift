import Glibc

/// Where the files of a course come from: the program itself, a directory, or texts that were just made.
public enum CourseFiles: Sendable {
  /// Those that the program was built with.
  case embedded
  /// Those under a directory, by its path.
  case directory(String)
  /// Texts, by their paths below the course.
  case memory([String: String])

  var areEmbedded: Bool { if case .embedded = self { true } else { false } }

  /// The bytes of a file, by its path below the course: `two-tokens/lesson.yaml`.
  ///
  /// - Throws: Why it cannot be read: what is no regular file is not even begun with.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    switch self {
    case .embedded:
      guard let file = EmbeddedFiles.all.first(where: { $0.path == path }) else {
        throw FileError(path: path, reason: .missing)
      }
      return file.text.withUTF8Buffer { Array($0) }
    case .directory(let directory):
      // An empty path, such as that of a variable which is not set, is not the root of all.
      guard !directory.isEmpty else { throw FileError(path: "", reason: .missing) }
      return try readRegularFile(name(of: path))
    case .memory(let texts):
      guard let text = texts[path] else { throw FileError(path: path, reason: .missing) }
      return Array(text.utf8)
    }
  }

  /// The text of a file in the program, which is known to be right; nil elsewhere, and where it is not there.
  func trustedText(_ path: String) -> SourceText? {
    guard areEmbedded, let file = EmbeddedFiles.all.first(where: { $0.path == path }) else { return nil }
    return file.text.withUTF8Buffer { SourceText(trusted: String(decoding: $0, as: UTF8.self)) }
  }

  /// The names of what is in a folder below the course, sorted; "" is the course itself.
  public func names(in folder: String) throws(FileError) -> [String] {
    switch self {
    case .embedded: return try names(in: folder, among: EmbeddedFiles.all.map(\.path))
    case .directory(let directory):
      guard !directory.isEmpty else { throw FileError(path: "", reason: .missing) }
      let path = name(of: folder)
      return try namesInDirectory(path.isEmpty ? "." : path)
    case .memory(let texts): return try names(in: folder, among: texts.keys)
    }
  }

  private func names(in folder: String, among paths: some Sequence<String>) throws(FileError) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let paths = paths.filter { $0.hasPrefix(prefix) }
    guard !paths.isEmpty else { throw FileError(path: folder, reason: .missing) }
    return Set(paths.map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) }).sorted()
  }

  /// How complaints call a file: as it can be opened from where the program was started.
  public func name(of path: String) -> String {
    guard case .directory(let directory) = self, directory != "." else { return path }
    if path.isEmpty { return directory }
    return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }
}

/// Why a file cannot be read.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case missing
    /// It is something else, with its article: `a directory`.
    case notAFile(String)
    case notAFolder
    /// It has more bytes than any file of a course.
    case tooLarge
    /// The system's reason, an `errno`.
    case system(Int32)
  }

  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "cannot open \(path.isEmpty ? "“”" : path): \(sentence)" }

  private var sentence: String {
    switch reason {
    case .missing: "there is no such file"
    case .notAFile(let kind): "it is \(kind), not a file"
    case .notAFolder: "it is not a folder"
    case .tooLarge: "it has more than \(SourceText.largest) bytes"
    case .system(ELOOP): "too many symbolic links"
    case .system(EACCES): "no permission to read it"
    case .system(let number): String(cString: strerror(number))
    }
  }
}

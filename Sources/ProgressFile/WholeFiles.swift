import Glibc

/// Reading and writing whole files.
extension FileCalls {
  /// No progress file is larger: what is, is not read, and such a one is not written.
  static let largest = 16 << 20

  /// The path with links followed in its last part, so that a file can be replaced where it really lies.
  func resolving(_ path: String) throws(SystemError) -> String {
    var path = path
    for _ in 0..<40 {
      guard let target = try readLink(path) else { return path }
      path = target.utf8.starts(with: "/".utf8) ? target : folder(of: path) + "/" + target
    }
    throw SystemError(ELOOP)
  }

  func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder, and those above it that are missing, for the user alone.
  func makeFolders(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try makeFolder(path)
    } catch {
      switch error.number {
      case EEXIST: return
      case ENOENT where path != folder(of: path):
        try makeFolders(folder(of: path))
        do throws(SystemError) { try makeFolder(path) } catch { if error.number != EEXIST { throw error } }
      default: throw error
      }
    }
  }

  /// The bytes of a regular file; nil where there is none, too many for a progress file where it is too large.
  func bytes(of path: String) throws(SystemError) -> [UInt8]? {
    let file: Int32
    do throws(SystemError) {
      // Without waiting, so that a pipe in its place does not hold the program.
      file = try open(path, O_RDONLY | O_NONBLOCK)
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
    defer { close(file) }
    guard try status(of: file).st_mode & S_IFMT == S_IFREG else { throw SystemError(EINVAL) }
    var bytes: [UInt8] = []
    while bytes.count <= Self.largest {
      let more = try read(file)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Replaces a file by a text as one act: whoever reads it finds the old one or the new one, also after a crash.
  ///
  /// - Parameters:
  ///   - draft: Where the text is written first, in the same folder.
  ///   - ready: Runs when the text is safe and not yet in place.
  func replace(
    _ path: String, by bytes: [UInt8], draft: String, whenReady ready: () -> Void = {}
  ) throws(SystemError) {
    guard bytes.count <= Self.largest else { throw SystemError(EFBIG) }
    do throws(SystemError) {
      try writeNew(draft, bytes)
      ready()
      try rename(draft, to: path)
    } catch {
      try? remove(draft)
      throw error
    }
    syncFolder(of: path)
  }

  private func writeNew(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    // What a program that was killed left here is of no use to anybody.
    try? remove(path)
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL)
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try write(file, rest)) }
    try sync(file)
  }

  /// Makes a new name outlive a power cut, where the file system can do that.
  private func syncFolder(of path: String) {
    guard let file = try? open(folder(of: path), O_RDONLY | O_DIRECTORY) else { return }
    try? sync(file)
    close(file)
  }
}

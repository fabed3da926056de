import Glibc

/// The folder in which running programs say where they are: one small file each, named by the number of its process.
///
/// It lies in the runtime directory, else in a folder of the user's own under /tmp; the speaker's terminal only reads it.
struct StatusFolder {
  private static let suffix = ".status"
  let path: String

  init() {
    let runtime = environment("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? $0 + "/attend" : nil }
    let temporary = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    path = runtime ?? "\(temporary)/attend-\(getuid())"
  }

  /// Says where this program is; what cannot be written is left, as nobody has to follow.
  func write(_ status: SessionStatus) {
    guard isOurs() else { return }
    let file = "\(path)/\(getpid())\(Self.suffix)"
    let draft = file + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(status.text.utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    // Whoever reads finds the old place or the new one, never half of one.
    if written != bytes.count || rename(draft, file) != 0 { unlink(draft) }
  }

  /// Says that this program has ended.
  func remove() { unlink("\(path)/\(getpid())\(Self.suffix)") }

  /// The programs that run, with where they are, the one that was started last first.
  func running() -> [(process: Int32, status: SessionStatus)] {
    guard isOurs(), let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [(process: Int32, status: SessionStatus)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasSuffix(Self.suffix), let process = Int32(name.dropLast(Self.suffix.count)) else {
        continue
      }
      guard kill(process, 0) == 0 else {
        // It was killed and could not say so itself.
        unlink("\(path)/\(name)")
        continue
      }
      if let text = read(name), let status = SessionStatus(parsing: text) { found.append((process, status)) }
    }
    return found.sorted { ($0.status.started, $0.process) > ($1.status.started, $1.process) }
  }

  private func read(_ name: String) -> String? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }

  /// Whether the folder is there, or could be made, and belongs to the user alone.
  private func isOurs() -> Bool {
    mkdir(path, 0o700)
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
      && status.st_mode & 0o077 == 0
  }
}

/// A path that means the same wherever a program is started.
func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

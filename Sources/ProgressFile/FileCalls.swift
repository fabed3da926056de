import Glibc

/// A system call that failed, by its `errno`.
public struct SystemError: Error, Hashable, Sendable {
  public let number: Int32

  public init(_ number: Int32) { self.number = number }
}

/// The system calls that progress files are read and written with, one by one, so that tests can let any of them fail.
///
/// A call that a signal interrupts is made again.
public struct FileCalls {
  public enum Call: Hashable, Sendable, CaseIterable {
    case open, status, read, write, sync, rename, link, remove, makeFolder, readLink, lock, list
  }

  /// Runs before each call; what it throws stands for the failure of the call, which is then not made.
  private let before: (Call) throws(SystemError) -> Void
  /// How many bytes are read or written at once.
  private let mostBytes: Int

  public init(
    mostBytes: Int = 1 << 16, before: @escaping (Call) throws(SystemError) -> Void = { _ in }
  ) {
    self.mostBytes = mostBytes
    self.before = before
  }

  func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemError) -> Int32 {
    Int32(try perform(.open) { Int(Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY, mode)) })
  }

  /// What a path names; a symbolic link itself, not what it leads to.
  func status(_ path: String) throws(SystemError) -> stat {
    var status = stat()
    _ = try perform(.status) { Int(lstat(path, &status)) }
    return status
  }

  func status(of file: Int32) throws(SystemError) -> stat {
    var status = stat()
    _ = try perform(.status) { Int(fstat(file, &status)) }
    return status
  }

  /// Reads what the system gives at once; nothing at the end of the file.
  func read(_ file: Int32) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    let read = try perform(.read) {
      bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    }
    return Array(bytes.prefix(read))
  }

  /// Writes what the system takes at once.
  ///
  /// - Returns: How many bytes that was.
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    try perform(.write) {
      bytes.prefix(mostBytes).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }
  }

  func sync(_ file: Int32) throws(SystemError) { _ = try perform(.sync) { Int(fsync(file)) } }

  func rename(_ path: String, to other: String) throws(SystemError) {
    _ = try perform(.rename) { Int(Glibc.rename(path, other)) }
  }

  func link(_ path: String, as other: String) throws(SystemError) {
    _ = try perform(.link) { Int(Glibc.link(path, other)) }
  }

  func remove(_ path: String) throws(SystemError) { _ = try perform(.remove) { Int(unlink(path)) } }

  func makeFolder(_ path: String) throws(SystemError) {
    _ = try perform(.makeFolder) { Int(mkdir(path, 0o700)) }
  }

  /// Where a symbolic link leads; nil where the path is none.
  func readLink(_ path: String) throws(SystemError) -> String? {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    do throws(SystemError) {
      let count = try perform(.readLink) { readlink(path, &characters, characters.count) }
      return String(decoding: characters.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    } catch {
      guard [EINVAL, ENOENT].contains(error.number) else { throw error }
      return nil
    }
  }

  /// The names in a folder, in the order in which the system has them.
  func names(in path: String) throws(SystemError) -> [String] {
    var folder: OpaquePointer?
    _ = try perform(.list) {
      folder = opendir(path)
      return folder == nil ? -1 : 0
    }
    guard let folder else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }

  /// Whether the lock on an open file could be had at once.
  func lock(_ file: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try perform(.lock) { Int(flock(file, LOCK_EX | LOCK_NB)) }
      return true
    } catch {
      guard error.number == EWOULDBLOCK else { throw error }
      return false
    }
  }

  /// Gives a file back, which cannot fail in a way that anything could be done about.
  func close(_ file: Int32) { _ = Glibc.close(file) }

  private func perform(_ call: Call, _ body: () -> Int) throws(SystemError) -> Int {
    while true {
      do throws(SystemError) {
        try before(call)
        let result = body()
        guard result < 0 else { return result }
        throw SystemError(errno)
      } catch {
        guard error.number == EINTR else { throw error }
      }
    }
  }
}

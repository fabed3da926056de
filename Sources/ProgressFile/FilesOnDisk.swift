import Glibc

/// A progress file where it really lies, with the files beside it.
struct FilesOnDisk {
  enum Found {
    case missing, damaged
    case whole(ProgressDocument, bytes: [UInt8])

    var document: ProgressDocument? {
      guard case .whole(let document, _) = self else { return nil }
      return document
    }
  }

  let path: String
  let calls: FileCalls

  /// - Parameter path: May be a symbolic link.
  init(_ path: String, _ calls: FileCalls) throws(ProgressTrouble) {
    do throws(SystemError) { self.path = try calls.resolving(path) } catch { throw .refused(error) }
    self.calls = calls
  }

  /// The last good file before this one.
  var backup: String { path + ".bak" }
  /// What stood there before `attend reset`.
  var beforeReset: String { path + ".before-reset" }

  // MARK: Reading

  func find(_ path: String) throws(ProgressTrouble) -> Found {
    let bytes: [UInt8]?
    do throws(SystemError) { bytes = try calls.bytes(of: path) } catch { throw .refused(error) }
    guard let bytes else { return .missing }
    guard bytes.count <= FileCalls.largest else { return .damaged }
    do throws(ProgressFault) {
      return .whole(try ProgressDocument(parsing: bytes), bytes: bytes)
    } catch {
      if error == .newer { throw .newer }
      return .damaged
    }
  }

  /// The last good file, where the file itself is missing or damaged.
  func findBackup() throws(ProgressTrouble) -> ProgressDocument? { try find(backup).document }

  /// Puts a damaged file out of the way and the last good one in its place.
  ///
  /// - Returns: What the last good one says; nil where there is none.
  func setAside(isLocked: Bool) throws(ProgressTrouble) -> ProgressDocument? {
    let last = try find(backup)
    do throws(SystemError) {
      // Until the backup is in place nothing is, and whoever looks then takes the backup.
      try calls.rename(path, to: try nameForDamaged())
      switch last {
      case .missing: break
      case .damaged: try calls.rename(backup, to: try nameForDamaged())
      case .whole(_, let bytes): try calls.replace(path, by: bytes, draft: draft(isLocked: isLocked))
      }
    } catch {
      throw .refused(error)
    }
    return last.document
  }

  /// The first of `progress.bad-1`, `progress.bad-2` … that is free.
  private func nameForDamaged() throws(SystemError) -> String {
    for number in 1...999 {
      let name = "\(path).bad-\(number)"
      do throws(SystemError) { _ = try calls.status(name) } catch {
        if error.number == ENOENT { return name }
        throw error
      }
    }
    throw SystemError(EEXIST)
  }

  // MARK: Writing

  /// - Parameter old: What stands there now; it becomes the backup.
  func write(_ document: ProgressDocument, over old: [UInt8]?, isLocked: Bool) throws(ProgressTrouble) {
    do throws(SystemError) {
      try calls.replace(path, by: Array(document.text.utf8), draft: draft(isLocked: isLocked)) {
        if let old { keepBackup(old) }
      }
    } catch {
      throw .refused(error)
    }
  }

  /// A second name for the file that is about to be replaced, or a copy where the file system has no links.
  ///
  /// Where neither can be had the backup of before stays, and saving goes on.
  private func keepBackup(_ bytes: [UInt8]) {
    let draft = backup + ".new"
    try? calls.remove(draft)
    do throws(SystemError) {
      try calls.link(path, as: draft)
      try calls.rename(draft, to: backup)
      // Nothing happens to two names of one file, as after a crash at this very place.
      try? calls.remove(draft)
    } catch {
      try? calls.replace(backup, by: bytes, draft: draft)
    }
  }

  /// Only one program at a time has the lock; without it each needs a name of its own.
  private func draft(isLocked: Bool) -> String { isLocked ? path + ".new" : "\(path).new-\(getpid())" }

  /// Takes away what a program that was killed in the middle of a save has left here, unless another is saving now.
  func removeDrafts() {
    guard let drafts = try? drafts(), !drafts.isEmpty else { return }
    try? whileLocked(waiting: 0) { isLocked throws(ProgressTrouble) in
      // Without a lock it cannot be known whether one is in use.
      guard isLocked else { return }
      for draft in drafts { try? calls.remove(draft) }
    }
  }

  private func drafts() throws(SystemError) -> [String] {
    let folder = calls.folder(of: path)
    let beginning = (path.split(separator: "/").last ?? "") + "."
    return try calls.names(in: folder).filter {
      guard $0.hasPrefix(beginning) else { return false }
      let rest = $0.dropFirst(beginning.count)
      if ["new", "bak.new", "before-reset.new"].contains(rest) { return true }
      // One that was written without the lock has its program in its name.
      guard rest.hasPrefix("new-"), let program = Int32(rest.dropFirst(4)), program > 0 else { return false }
      return kill(program, 0) != 0 && errno == ESRCH
    }.map { "\(folder)/\($0)" }
  }

  // MARK: Locking

  /// Does something while no other program saves.
  ///
  /// The lock is let go by the system when the program ends, however it ends, so it cannot be left behind. It lies beside
  /// the file, which each save replaces by another one.
  ///
  /// - Parameters:
  ///   - milliseconds: How long to wait for another program at most.
  ///   - orWithout: Whether to go on without the lock after that, rather than throw `busy`.
  func whileLocked<Result>(
    waiting milliseconds: Int, orWithout: Bool = false,
    _ body: (_ isLocked: Bool) throws(ProgressTrouble) -> Result
  ) throws(ProgressTrouble) -> Result {
    let lock: Int32
    do throws(SystemError) { lock = try openLock() } catch { throw .refused(error) }
    defer { calls.close(lock) }
    let isLocked = tryLocking(lock, waiting: milliseconds)
    guard isLocked != false || orWithout else { throw .busy }
    return try body(isLocked ?? false)
  }

  private func openLock() throws(SystemError) -> Int32 {
    do throws(SystemError) {
      return try calls.open(path + ".lock", O_RDWR | O_CREAT)
    } catch {
      guard error.number == ENOENT else { throw error }
      try calls.makeFolders(calls.folder(of: path))
      return try calls.open(path + ".lock", O_RDWR | O_CREAT)
    }
  }

  /// Whether the lock was had; nil where the file system has none.
  private func tryLocking(_ file: Int32, waiting milliseconds: Int) -> Bool? {
    for attempt in 0...milliseconds {
      // Often, since a program that saves again and again lets go of it for moments only.
      if attempt > 0 { usleep(1000) }
      do throws(SystemError) { if try calls.lock(file) { return true } } catch { return nil }
    }
    return false
  }
}

import Tutorial

/// The progress file as one running program uses it: read once, then saved again and again.
///
/// Several programs may use the same file. Each save reads what is there, puts what this program changed since its last
/// save on top, and writes the whole anew.
public struct ProgressStore {
  /// What was found at the start.
  public enum Remark: Hashable, Sendable {
    /// The file was damaged and set aside; the last good one took its place, where there was one.
    case repaired
  }

  public let path: String
  var calls: FileCalls
  /// What this program last read or saved: what differs from it is what this program did.
  private var base = ProgressDocument()

  /// - Parameter path: The file, which need not be there yet; may be a symbolic link.
  public init(path: String, calls: FileCalls = FileCalls()) {
    self.path = path
    self.calls = calls
  }

  /// What is saved, read without changing anything on disk.
  ///
  /// Where the file is missing or damaged, that is what the last good one says.
  public func peek() throws(ProgressTrouble) -> SavedProgress {
    let files = try FilesOnDisk(path, calls)
    if let document = try files.find(files.path).document { return document.progress }
    return try files.findBackup()?.progress ?? SavedProgress()
  }

  /// Reads what is saved; a damaged file is set aside, and what killed programs left beside it is taken away.
  public mutating func load() throws(ProgressTrouble) -> (progress: SavedProgress, remark: Remark?) {
    let files = try FilesOnDisk(path, calls)
    var remark: Remark?
    switch try files.find(files.path) {
    case .whole(let document, _): base = document
    case .missing: base = try files.findBackup() ?? base
    case .damaged:
      remark = .repaired
      base = try files.findBackup() ?? base
      // Where that fails, the first save says so.
      _ = try? files.whileLocked(waiting: 100) { isLocked throws(ProgressTrouble) in
        // Another program may have been faster.
        if case .damaged = try files.find(files.path) { _ = try files.setAside(isLocked: isLocked) }
      }
    }
    files.removeDrafts()
    return (base.progress, remark)
  }

  /// Saves what this program did since it last read or saved.
  ///
  /// - Parameter isLast: Whether this is the last chance: then another program is waited for a second, else only
  ///   a tenth, since the next save comes soon.
  public mutating func save(_ progress: SavedProgress, isLast: Bool = false) throws(ProgressTrouble) {
    guard progress != base.progress else { return }
    let files = try FilesOnDisk(path, calls)
    let base = base
    let saved = try files.whileLocked(waiting: isLast ? 1000 : 100, orWithout: isLast) {
      isLocked throws(ProgressTrouble) in
      var old: [UInt8]?
      var current: ProgressDocument?
      switch try files.find(files.path) {
      case .whole(let document, let bytes): (current, old) = (document, bytes)
      // Progress is forgotten by `attend reset` alone: a file that is gone was not meant to be.
      case .missing: break
      case .damaged: current = try files.setAside(isLocked: isLocked)
      }
      let theirs = current ?? base
      let merged = ProgressDocument(
        progress: progress.merged(onto: theirs.progress, since: base.progress), unknown: theirs.unknown)
      if merged != current { try files.write(merged, over: old, isLocked: isLocked) }
      return merged
    }
    self.base = ProgressDocument(progress: progress, unknown: saved.unknown)
  }

  /// Forgets one lesson, or everything.
  ///
  /// - Returns: The file in which everything is kept as it was before; nil where there was nothing to forget.
  public func reset(lesson: String? = nil) throws(ProgressTrouble) -> String? {
    let files = try FilesOnDisk(path, calls)
    return try files.whileLocked(waiting: 1000) { isLocked throws(ProgressTrouble) in
      var old: [UInt8]?
      var current: ProgressDocument?
      switch try files.find(files.path) {
      case .whole(let document, let bytes): (current, old) = (document, bytes)
      case .missing: current = try files.findBackup()
      case .damaged: current = try files.setAside(isLocked: isLocked)
      }
      guard let current, lesson.map({ current.progress.lessons[$0] != nil }) ?? true else { return nil }
      try files.keepBeforeReset(current)
      let rest = lesson.map(current.without) ?? ProgressDocument()
      try files.write(rest, over: old, isLocked: isLocked)
      return files.beforeReset
    }
  }
}

extension FilesOnDisk {
  fileprivate func keepBeforeReset(_ document: ProgressDocument) throws(ProgressTrouble) {
    do throws(SystemError) {
      try calls.replace(beforeReset, by: Array(document.text.utf8), draft: beforeReset + ".new")
    } catch {
      throw .refused(error)
    }
  }
}

extension ProgressDocument {
  fileprivate func without(_ lesson: String) -> ProgressDocument {
    var rest = self
    rest.progress.lessons[lesson] = nil
    if rest.progress.lesson == lesson { rest.progress.lesson = nil }
    rest.unknown = unknown.filter { section, _ in
      switch section {
      case .course: true
      case .lesson(let id), .place(_, let id): id != lesson
      }
    }
    return rest
  }
}

import LessonFile
import ProgressFile
import Tutorial

/// Reads and saves the learner's progress, and says once where that does not work.
struct ProgressKeeper {
  /// Nil: nothing is kept.
  private var store: ProgressStore?
  /// Whether nothing is kept because the environment names no folder for it.
  private let hasNoFolder: Bool
  /// Under which name a lesson from a folder is kept; nil for a course, whose lessons are kept under their ids.
  private let names: LessonNames?
  /// Everything that was read, where only one lesson of it is played.
  private var all = SavedProgress()
  private var hasComplained = false
  /// Whether something was reached that is worth saving at once.
  var isDue = false
  /// Whether values changed, which are worth saving when the learner rests.
  var isDueSoon = false

  /// Where progress is kept; nil where it is not.
  var path: String? { store?.path }

  /// - Parameter isFresh: Neither reads nor saves.
  init(_ source: CourseSource, isFresh: Bool) {
    names = LessonNames(source)
    store = isFresh ? nil : progressPath(environment: environment).map { ProgressStore(path: $0) }
    hasNoFolder = !isFresh && store == nil
  }

  /// Reads what was saved.
  ///
  /// - Returns: That, and what is to be said about it.
  mutating func load() -> (progress: SavedProgress, news: News?) {
    guard store != nil else { return (SavedProgress(), hasNoFolder ? complaint(.noFolder) : nil) }
    do throws(ProgressTrouble) {
      let remark: ProgressStore.Remark?
      (all, remark) = try store?.load() ?? (all, nil)
      return (names?.played(all) ?? all, remark == .repaired ? .repaired : nil)
    } catch {
      return (SavedProgress(), complaint(error))
    }
  }

  /// Saves; what is to be said comes back, once.
  mutating func save(_ progress: SavedProgress) -> News? {
    (isDue, isDueSoon) = (false, false)
    do throws(ProgressTrouble) {
      try write(progress, isLast: false)
      return nil
    } catch {
      // Another program is at it: there will be a next time.
      if error == .busy {
        isDueSoon = true
        return nil
      }
      return complaint(error)
    }
  }

  /// Saves for the last time.
  ///
  /// - Throws: Why that failed; progress of a newer version was never going to be saved.
  mutating func finish(_ progress: SavedProgress) throws(ProgressTrouble) {
    do throws(ProgressTrouble) {
      try write(progress, isLast: true)
    } catch {
      if error != .newer { throw error }
    }
  }

  private mutating func write(_ progress: SavedProgress, isLast: Bool) throws(ProgressTrouble) {
    if let names { all = names.kept(progress, in: all) } else { all = progress }
    try store?.save(all, isLast: isLast)
  }

  private mutating func complaint(_ trouble: ProgressTrouble) -> News? {
    defer { hasComplained = true }
    return hasComplained ? nil : .notSaved(trouble)
  }
}

/// What the program has to say about the files it uses.
enum News: Hashable {
  case notSaved(ProgressTrouble)
  case repaired
}

/// A lesson that was opened by its folder, and the name that its progress has in the file.
///
/// That is the folder's name, unless a lesson of the program has it: the two would be taken for one.
struct LessonNames: Hashable {
  /// As the tutor calls it.
  let id: String
  /// As the progress file calls it.
  let key: String

  /// Nil for a course.
  init?(_ source: CourseSource) {
    guard case .lesson(let folder) = source else { return nil }
    id = lessonID(ofFolder: folder)
    let isTaken = (try? CourseFiles.embedded.names(in: id)) != nil
    key = isTaken ? "folder:\(id)" : id
  }

  /// What was saved of this lesson, as the tutor calls it.
  func played(_ all: SavedProgress) -> SavedProgress {
    SavedProgress(lessons: all.lessons[key].map { [id: $0] } ?? [:])
  }

  /// Everything, with what the tutor says of this lesson; the lesson of the course to go on with stays.
  func kept(_ progress: SavedProgress, in all: SavedProgress) -> SavedProgress {
    var all = all
    all.lessons[key] = progress.lessons[id]
    return all
  }
}

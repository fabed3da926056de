import Glibc
import ProgressFile
import Tutorial

/// A program that saves again and again, and says after each save which one that was: there to be killed.
///
///     save-probe PATH LESSON FIRST COUNT [CALL]
///
/// It saves the steps FIRST, FIRST + 1 … of a lesson, COUNT of them, and kills itself before the system call of the
/// progress files that has the number CALL.
@main
struct SaveProbe {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count >= 5, let first = Int(words[3]), let count = Int(words[4]) else { exit(64) }
    let last = words.count > 5 ? Int(words[5]) : nil
    var made = 0
    var store = ProgressStore(
      path: words[1],
      // In pieces, so that it can be killed in the middle of a text.
      calls: FileCalls(mostBytes: 1000) { _ throws(SystemError) in
        if made == last { kill(getpid(), SIGKILL) }
        made += 1
      })
    var (progress, _) = try store.load()
    for number in first..<(first + count) {
      progress.lesson = words[2]
      progress.lessons[words[2]] = SavedLesson(step: "\(number)", furthest: "\(number)")
      try store.save(progress, isLast: true)
      let line = "\(number)\n"
      write(STDOUT_FILENO, line, line.utf8.count)
    }
  }
}

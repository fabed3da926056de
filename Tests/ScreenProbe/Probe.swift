import Frames
import Glibc
import TerminalScreen

/// A program that shows what comes from the terminal, and ends in every way that a program can end.
///
/// Some keys are orders: `q` leaves, `!` traps, `%` runs out of stack, `$` aborts with a message, `#` dies by SIGSEGV,
/// `&` writes to standard error, `~` stops listening, `*` repaints, `@` shows or hides the cursor, `m` takes the mouse or
/// leaves it.
@main
struct ScreenProbe {
  static func main() {
    do throws(ScreenError) {
      var screen = try Screen()
      Screen.setLastWords("last words")
      screen.capturesMouse = true
      var probe = ScreenProbe()
      while true {
        if !screen.hasPendingInput {
          probe.paintings += 1
          screen.paint(
            probe.frame(of: screen.size, depth: screen.depth, isUTF8: screen.isUTF8), theme: .terminal)
        }
        switch screen.nextInput() {
        case .key(.character("q")):
          screen.close()
          exit(0)
        case .terminate(let signal): screen.closeAndReraise(signal)
        case .hangUp: exit(128 + SIGHUP)
        case .key(let key):
          probe.obey(key, on: &screen)
          probe.events.append(key.name)
        case .resized(let size): probe.events.append("resized\(size.columns)x\(size.rows)")
        case .resumed: probe.events.append("resumed")
        case .timeout: probe.events.append("timeout")
        }
      }
    } catch {
      let message = "screen-probe: \(error)\n"
      write(STDERR_FILENO, message, message.utf8.count)
      exit(69)
    }
  }

  private var events: [String] = []
  private var paintings = 0
  private var showsCursor = true

  private mutating func obey(_ key: Key, on screen: inout Screen) {
    switch key {
    case .character("!"): trap(at: events.count)
    case .character("%"): print(withUnsafePointer(to: events.count, callWithoutEnd))
    case .character("$"): fatalError("said before the end")
    case .character("#"): raise(SIGSEGV)
    case .character("&"): write(STDERR_FILENO, "a remark\n", 9)
    case .character("~"):
      var frame = Frame(size: screen.size)
      frame.draw("deaf", at: Point(column: 0, row: 0))
      screen.paint(frame, theme: .terminal)
      // The screen is needed to the end, or it would be given back before.
      while screen.size.rows > 0 { pause() }
    case .character("*"): screen.repaintAll()
    case .character("@"): showsCursor.toggle()
    case .character("m"): screen.capturesMouse.toggle()
    default: break
    }
  }

  private func frame(of size: Size, depth: ColorDepth, isUTF8: Bool) -> Frame {
    var frame = Frame(size: size)
    frame.draw(
      "size \(size.columns)x\(size.rows) \(depth) \(isUTF8 ? "UTF-8" : "other")", at: Point(column: 0, row: 0)
    )
    frame.draw("query", at: Point(column: 0, row: 1), style: Style(.query, bold: true))
    frame.draw("focus", at: Point(column: 10, row: 1), style: Style(.text, focused: true))
    frame.draw("under", at: Point(column: 20, row: 1), style: Style(.text, underlined: true))
    frame.draw("aé→界z", at: Point(column: 30, row: 1))
    frame.draw("frames \(paintings)", at: Point(column: 0, row: 2))
    frame.draw("events \(events.suffix(6).joined(separator: " "))", at: Point(column: 0, row: 3))
    frame.draw(String(repeating: "=", count: size.columns), at: Point(column: 0, row: size.rows - 1))
    if showsCursor { frame.cursor = Point(column: 12, row: 1) }
    return frame
  }
}

/// Stops the program as a mistake in an index does.
private func trap(at index: Int) {
  let nothing: [Int] = []
  print(nothing[index])
}

/// Uses up the stack; each call looks at its caller's place, so that none can be left out.
private func callWithoutEnd(_ caller: UnsafePointer<Int>) -> Int {
  var place = caller.pointee &+ 1
  return withUnsafePointer(to: &place, callWithoutEnd) &+ place
}

extension Key {
  fileprivate var name: String {
    switch self {
    case .character(let character): String(character)
    case .control(let letter): "^\(letter)"
    case .function(let number): "F\(number)"
    case .click(let place): "click\(place.column),\(place.row)"
    case .wheelUp(let place): "up\(place.column),\(place.row)"
    case .wheelDown(let place): "down\(place.column),\(place.row)"
    case .paste(let text): "paste(\(text.split(separator: "\n").joined(separator: "|")))"
    default: "\(self)"
    }
  }
}

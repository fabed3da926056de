import CTerminal
import Frames
import Glibc

/// What comes from the terminal and from outside.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// The window has another size.
  case resized(Size)
  /// The program was stopped and goes on; the last frame is shown again, unless the size has changed.
  case resumed
  /// A signal asks the program to end: save, then `closeAndReraise(signal)`.
  case terminate(signal: Int32)
  /// The terminal is gone: save, then leave with status 129.
  case hangUp
  /// Nothing has arrived for the time that was asked for.
  case timeout
}

extension Screen {
  /// Waits for what comes next, at most as many milliseconds as given, without limit where it is nil.
  ///
  /// While nothing comes, nothing runs. Half a key is waited for, so a limit may be passed by half a second.
  public mutating func nextInput(timeout milliseconds: Int? = nil) -> Input {
    while true {
      if let key = decoder.nextKey() { return .key(key) }
      let patience = decoder.patience
      switch ct_wait(Int32(clamping: patience ?? milliseconds ?? -1)) {
      case .CT_INPUT:
        guard readKeys() else { return .hangUp }
      case .CT_SIGNAL:
        if let input = takeSignal() { return input }
      case .CT_TIMEOUT:
        guard patience != nil else { return .timeout }
        decoder.stopWaiting()
      case .CT_HANG_UP:
        return .hangUp
      }
    }
  }

  /// Whether `nextInput` has something to give at once, so that a burst of keys needs one frame only.
  ///
  /// Half a key does not count: nobody knows when the rest comes.
  public var hasPendingInput: Bool {
    mutating get {
      while !decoder.hasKeys {
        switch ct_wait(0) {
        case .CT_INPUT: guard readKeys() else { return true }
        case .CT_SIGNAL, .CT_HANG_UP: return true
        case .CT_TIMEOUT: return false
        }
      }
      return true
    }
  }

  /// Hands what was typed to the decoder; false where the terminal is gone.
  private mutating func readKeys() -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
      let count = Int(ct_read(buffer.baseAddress, Int32(buffer.count)))
      for byte in buffer.prefix(max(0, count)) { decoder.feed(byte) }
      return count >= 0
    }
  }

  private mutating func takeSignal() -> Input? {
    switch ct_take_signal() {
    case 0:
      return nil
    case SIGWINCH:
      ct_adopt_size()
      adoptSize()
      return .resized(size)
    case SIGTSTP:
      return suspend()
    case SIGCONT:
      return comeBack(ct_retake())
    case let signal:
      return .terminate(signal: signal)
    }
  }
}

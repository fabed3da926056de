/// Why the terminal cannot be used for a full screen.
public enum ScreenError: Error, Hashable, Sendable {
  /// Standard input or standard output is a file or a pipe.
  case notATerminal
  /// The program runs in the background of a shell, where it must not touch the terminal.
  case inBackground
  /// TERM is missing or empty.
  case terminalUnset
  /// TERM says that the terminal can do nothing but print.
  case terminalDumb
  /// The system does not know the terminal; its name only where that is safe to print.
  case terminalUnknown(name: String?)
  /// The system gave no memory or no file descriptor for it.
  case refused
  /// This process already has an open screen.
  case alreadyOpen
}

extension ScreenError: CustomStringConvertible {
  /// One sentence for the user, without anything taken from outside that could drive a terminal.
  public var description: String {
    switch self {
    case .notATerminal: "standard input and output must be a terminal"
    case .inBackground: "this needs the terminal: bring it to the foreground with fg"
    case .terminalUnset: "TERM is not set, so the kind of terminal is unknown"
    case .terminalDumb: "TERM is dumb: this terminal cannot show a full screen"
    case .terminalUnknown(let name?):
      "this system does not know the terminal \(name): try TERM=xterm-256color"
    case .terminalUnknown(nil): "TERM is not the name of a terminal: try TERM=xterm-256color"
    case .refused:
      "the terminal cannot be taken: too little memory, too few open files, or a window too large"
    case .alreadyOpen: "the screen is already in use"
    }
  }
}

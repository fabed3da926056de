import Glibc

/// How the driver of a terminal treats what is typed and shown: echo, line editing, keys that are signals.
struct TerminalModes: Equatable {
  var input: UInt32
  var output: UInt32
  var control: UInt32
  var local: UInt32
  var characters: [UInt8]

  /// The modes of a terminal, from either of its ends.
  init(of descriptor: Int32) {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  var echoes: Bool { local & UInt32(ECHO) != 0 }
  var waitsForLines: Bool { local & UInt32(ICANON) != 0 }
  var stopsAtControlS: Bool { input & UInt32(IXON) != 0 }
}

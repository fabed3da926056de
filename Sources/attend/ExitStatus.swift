import ArgumentParser

/// The exit statuses of the program, after sysexits.h.
extension ExitCode {
  /// A lesson is wrong.
  static let badLesson = ExitCode(65)
  /// A file cannot be opened.
  static let cannotOpen = ExitCode(66)
  /// There is no terminal that a full screen can be drawn on.
  static let noTerminal = ExitCode(69)
  /// Output could not be written.
  static let writeError = ExitCode(74)
  /// The program was given the rights of another user.
  static let foreignRights = ExitCode(77)
  /// The terminal went away.
  static let hangUp = ExitCode(129)
}

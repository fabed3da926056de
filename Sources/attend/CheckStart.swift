import ArgumentParser
import Glibc

/// What has to hold before anything is read, looked at or written.
///
/// - Throws: The status to end with, after one line that says why.
func checkStart() throws {
  // Everything here trusts the environment and writes where it says: that is for a user's own rights only.
  guard getuid() == geteuid(), getgid() == getegid() else {
    writeError("it runs with the rights of its own user alone, so it cannot be setuid or setgid")
    throw ExitCode.foreignRights
  }
  for argument in CommandLine.arguments.indices {
    guard let bytes = CommandLine.unsafeArgv[argument] else { continue }
    guard let spelling = spellingOfBytes(UnsafeBufferPointer(start: bytes, count: strlen(bytes))) else {
      continue
    }
    writeError("the argument “\(spelling)” is not UTF-8")
    throw ExitCode.validationFailure
  }
}

/// A text that is no UTF-8, with what is not ASCII as `\xE9`; nil for one that is.
private func spellingOfBytes(_ bytes: UnsafeBufferPointer<CChar>) -> String? {
  let bytes = bytes.lazy.map { UInt8(bitPattern: $0) }
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  return bytes.reduce(into: "") { text, byte in
    text += byte < 0x80 ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
  }
}

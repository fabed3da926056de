import Foundation
import Testing

/// What the program refuses before it does anything else.
@Suite struct StartTests {
  @Test(arguments: [(owner: 65_534, group: 0, mode: 0o4755), (owner: 0, group: 65_534, mode: 0o2755)])
  func `with the rights of another user or group it does not run`(owner: Int, group: Int, mode: Int) throws {
    guard geteuid() == 0 else {
      print("skipped: only root can give a program the rights of another user")
      return
    }
    let copy = FileManager.default.temporaryDirectory.appending(path: "attend-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.copyItem(at: URL(filePath: productFolder).appending(path: "attend"), to: copy)
    for (user, rights, status) in [(owner, mode, 77), (0, 0o755, 0)] as [(Int, Int, Int32)] {
      try #require(chown(copy.path(), uid_t(user), gid_t(group)) == 0)
      try #require(chmod(copy.path(), mode_t(rights)) == 0)
      let program = Process()
      let error = Pipe()
      program.executableURL = copy
      program.arguments = ["--version"]
      (program.standardOutput, program.standardError) = (FileHandle.nullDevice, error)
      try program.run()
      let said = error.fileHandleForReading.readDataToEndOfFile()
      program.waitUntilExit()
      #expect(program.terminationStatus == status)
      #expect(String(decoding: said, as: UTF8.self).contains("cannot be setuid or setgid") == (status != 0))
    }
  }

  @Test(arguments: ["frame %s", "--%s", "check %s", "--lessons=%s"])
  func `an argument that is not UTF-8 is shown byte by byte`(line: String) throws {
    let shell = Process()
    let error = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    let word = "\"$(printf '\\033caf\\351')\""
    shell.arguments = ["-c", "'\(productFolder)/attend' \(line.replacing("%s", with: word))"]
    shell.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    shell.standardError = error
    try shell.run()
    let said = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 64)
    let option = line.replacing("%s", with: "").split(separator: " ").last.map(String.init) ?? ""
    let before = option.hasPrefix("-") ? option : ""
    #expect(said == "attend: the argument “\(before)^[caf\\xE9” is not UTF-8\n")
  }
}

import Foundation
import Testing

/// What the program cannot do, since it knows no function that does it: talk to a network, start another program, load
/// code.
///
/// `make soak` also watches a whole session from outside.
@Suite struct ImportedSymbolsTests {
  private static let forbidden: Set<String> = [
    // Networks.
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "send", "sendto", "sendmsg",
    "recv",
    "recvfrom", "recvmsg", "getaddrinfo", "gethostbyname", "gethostbyname2", "gethostbyaddr", "res_query",
    "getnameinfo",
    // Other programs.
    "fork", "vfork", "clone", "clone3", "execve", "execv", "execvp", "execvpe", "execl", "execlp", "execle",
    "execveat",
    "fexecve", "posix_spawn", "posix_spawnp", "system", "popen", "wordexp", "pthread_create",
    // Code, and any call at all.
    "dlopen", "dlmopen", "dlsym", "syscall", "ptrace", "mprotect",
    // Other users.
    "setuid", "seteuid", "setreuid", "setresuid", "setgid", "setegid", "setregid", "setresgid", "chown",
    "chmod",
  ]

  @Test func `the program imports nothing that reaches out`() throws {
    let imports = try importedSymbols(of: URL(filePath: productFolder).appending(path: "attend"))
    // The reading works: these it needs.
    #expect(imports.isSuperset(of: ["tcsetattr", "yaml_parser_parse", "fsync", "wrefresh"]))
    #expect(imports.intersection(Self.forbidden).isEmpty, "\(imports.intersection(Self.forbidden).sorted())")
    // Full Foundation starts programs and talks to networks; the essentials that are linked do neither.
    #expect(
      !imports.contains { $0.hasPrefix("$s10Foundation") && $0.contains(#/Process|URLSession|Stream/#) })
  }

  /// The same of a program that does reach out, so that the test is known to see it.
  @Test func `a program that starts others is recognised`() throws {
    let imports = try importedSymbols(of: URL(filePath: "/bin/sh"))
    #expect(!imports.intersection(Self.forbidden).isEmpty)
  }
}

/// The names of the functions and variables that an ELF file takes from libraries.
private func importedSymbols(of file: URL) throws -> Set<String> {
  let elf = try Data(contentsOf: file)
  func number(_ offset: Int, bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(elf[offset + $1]) << (8 * $1) }
  }
  // 64 bits, little endian.
  try #require(elf.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]))
  let (start, size, count) = (number(0x28, bytes: 8), number(0x3A, bytes: 2), number(0x3C, bytes: 2))
  func section(_ index: Int) -> (type: Int, offset: Int, size: Int, link: Int) {
    let header = start + index * size
    return (
      number(header + 4, bytes: 4), number(header + 24, bytes: 8), number(header + 32, bytes: 8),
      number(header + 40, bytes: 4)
    )
  }
  let dynamicSymbols = 11
  let table = try #require((0..<count).map(section).first { $0.type == dynamicSymbols })
  let strings = section(table.link).offset
  let symbols = stride(from: table.offset, to: table.offset + table.size, by: 24)
  return Set(
    symbols.filter { number($0 + 6, bytes: 2) == 0 }.map { symbol in
      String(decoding: elf[(strings + number(symbol, bytes: 4))...].prefix { $0 != 0 }, as: UTF8.self)
    })
}

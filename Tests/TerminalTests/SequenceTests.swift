import Testing

/// What the program sends to a terminal: a closed list of kinds of sequences, and never one that somebody else wrote.
@Suite(.serialized)
struct SequenceTests {
  /// By the letters of ECMA-48, and for modes by their numbers.
  private static let known: Set<String> = [
    // Moving, erasing, repeating, scrolling and colouring, as terminfo says of xterm.
    "[H", "[G", "[d", "[A", "[B", "[C", "[D", "[J", "[K", "[X", "[P", "[@", "[L", "[M", "[b", "[r", "[S",
    "[T", "[m",
    // The title as it was is kept, and put back: nothing is written into it.
    "[t",
    // Letters, keys, lines that wrap, and the second screen.
    "(B", "7", "8", "=", ">", "M", "[?1h", "[?1l", "[?7h", "[?7l", "[?12h", "[?12l", "[?25h", "[?25l",
    "[?1049h",
    "[?1049l", "[4l",
    // Pastes in brackets, updates in brackets, the mouse.
    "[?2004h", "[?2004l", "[?2026h", "[?2026l", "[?1000h", "[?1000l", "[?1002h", "[?1002l", "[?1006h",
    "[?1006l",
  ]

  /// What a session sends while somebody types, searches, pastes, changes numbers and looks at everything.
  private func kinds(
    in place: String, typing text: String, state: TemporaryFolder = TemporaryFolder(),
    environment: [String: String?] = [:]
  ) throws -> Set<String> {
    let session = try TerminalSession(
      "attend", arguments: [place], environment: ["TERM_PROGRAM": "WezTerm"].merging(environment) { $1 },
      state: state)
    #expect(session.wait { $0.emulator.bracketsPastes && $0.text.contains("Attend") })
    for keys in ["g/" + text, "d/" + text, "N\u{15}" + text, "\t9", "?", "L", "T", "P", "z", "w"] {
      session.type(keys)
      session.rest()
      session.press(.escape, .escape)
    }
    session.type("N\u{15}")
    session.paste(text)
    session.rest()
    session.press(.enter)
    session.rest()
    session.press(.escape, .escape, .escape)
    session.resize(columns: 61, rows: 17)
    session.rest()
    session.type("qqy")
    #expect(session.waitForEnd() == .exited(0), "\(session.text)")
    return try sequences(in: session.output)
  }

  @Test func `what is typed, pasted, saved or named by somebody changes no sequence`() throws {
    let benign = try kinds(in: "sandbox", typing: "uno dos")
    #expect(benign.isSubset(of: Self.known), "\(benign.subtracting(Self.known).sorted())")
    #expect(benign.isSuperset(of: ["[H", "[m", "[?1049h", "[?2004h", "[?2026h"]))

    let evil = "\u{202E}\u{9B}2J\u{200B}\u{85}\u{90}x\u{9C}"
    let hostile = try kinds(in: "sandbox", typing: evil + " \u{7F}z\u{301}\u{301}\u{301}\u{301}\u{301}")
    #expect(hostile.isSubset(of: Self.known), "\(hostile.subtracting(Self.known).sorted())")

    let state = TemporaryFolder()
    state.write(
      """
      attend progress 1
      last learning
      lesson learning
        step p3
        furthest p3
        sentence 3 1 "\\u{1b}]0;owned\\u{7} \\u{202e}x"
        answer p3 "\\u{1b}]52;c;aGk=\\u{7}\\u{9b}2J"
        revealed p3
      lesson sandbox
        sentence 3 1 "\\u{1b}]0;owned\\u{7} \\u{202e}x"
      end

      """, to: "attend/progress")
    let saved = try kinds(in: "learning:p3", typing: "uno", state: state)
    #expect(saved.isSubset(of: Self.known), "\(saved.subtracting(Self.known).sorted())")
  }

  @Test func `a folder whose name drives terminals is opened, and its name is not sent`() throws {
    let folder = TemporaryFolder()
    let name = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}"
    for file in ["lesson.yaml", "en.md", "es.md"] {
      folder.write(text(ofFile: packageFile("Lessons/starter/\(file)")) ?? "", to: "\(name)/\(file)")
    }
    let sent = try kinds(in: "\(folder.path)/\(name)", typing: "uno")
    #expect(sent.isSubset(of: Self.known), "\(sent.subtracting(Self.known).sorted())")
    // While it is open it becomes wrong, which is said with its name.
    let session = try TerminalSession("attend", arguments: ["\(folder.path)/\(name)"])
    #expect(session.wait { $0.text.contains("Cats sleep") })
    folder.write("format: 9\n", to: "\(name)/lesson.yaml")
    #expect(session.wait { $0.text.contains("^[]0;owned^G") }, "\(session.text)")
    session.type("qq")
    #expect(session.waitForEnd() == .exited(0))
    #expect(try sequences(in: session.output).isSubset(of: Self.known))
  }
}

/// The kinds of sequences in what was sent to a terminal; what has no meaning that is known stands there as it is.
///
/// - Throws: Where a control character, a C1 control or a mark of direction was sent outside a sequence.
private func sequences(in bytes: [UInt8]) throws -> Set<String> {
  var kinds: Set<String> = []
  let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    index += 1
    guard scalar == "\u{1B}", index < scalars.count else {
      let isMoving = ["\r", "\n", "\u{8}"].contains(scalar)
      let category = scalar.properties.generalCategory
      #expect(
        isMoving || ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category),
        "\(scalar.value)")
      continue
    }
    var kind = String(scalars[index])
    index += 1
    if kind == "(", index < scalars.count {
      kind.unicodeScalars.append(scalars[index])
      index += 1
    } else if kind == "[" {
      let start = index
      while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
      guard index < scalars.count else { break }
      let parameters = String(String.UnicodeScalarView(scalars[start..<index]))
      let isMode = scalars[index] == "h" || scalars[index] == "l"
      for mode in isMode ? parameters.split(separator: ";") : [""] {
        let prefix = parameters.hasPrefix("?") && !mode.hasPrefix("?") && isMode ? "?" : ""
        kinds.insert("[" + prefix + mode + String(scalars[index]))
      }
      index += 1
      continue
    }
    kinds.insert(kind)
  }
  return kinds
}

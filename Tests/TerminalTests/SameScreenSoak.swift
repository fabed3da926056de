import Glibc
import Soak
import Testing

/// The same keys, size and seed make the same screens, on every run and in every locale.
@Suite(.serialized)
struct SameScreenSoak {
  private static let keys = [
    "Right", "Left", "Tab", "Up", "Down", "+", "-", "Enter", "Escape", "u", "U", "x", "w", "r", "n", "p", "c",
    "t", "?",
    "L", "T", "\"0.5\"", "\"-1,25\"", "1", "2", "PageUp", "PageDown", "Home", "End", "BSpace", "P", "z",
    "v",
  ]

  /// Keys that follow from a number alone.
  private func log(seed: UInt64, count: Int) -> [String] {
    var state = seed
    return (0..<count).map { _ in
      // A linear congruential generator: the same numbers everywhere.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.keys[Int(state >> 33) % Self.keys.count]
    }
  }

  /// What a run of the program prints, and its status.
  private func output(of arguments: String, in variables: String) -> (text: String, status: Int32) {
    let program = TerminalSession.path(of: "attend")
    guard let pipe = popen("env -i \(variables) '\(program)' \(arguments)", "r") else { return ("", -1) }
    var output: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&bytes, 1, bytes.count, pipe)
      guard count > 0 else { break }
      output += bytes.prefix(count)
    }
    return (String(decoding: output, as: UTF8.self), pclose(pipe))
  }

  @Test(arguments: [
    (UInt64(1), "two-tokens:query", "80x24"), (2, "whole-sentence", "60x16"), (3, "causal-mask", "40x10"),
    (4, "kv-cache", "120x36"),
  ])
  func `a log of keys is the same recording on each run and in each locale`(
    seed: UInt64, place: String, size: String
  )
    throws
  {
    let keys = log(seed: seed, count: rounds(50, soak: 400)).joined(separator: " ")
    let arguments =
      "record \(place) - --keys '\(keys)' --size \(size) --lang en --glyphs unicode --decimal point"
    let first = output(of: arguments, in: "LC_ALL=C.UTF-8 TZ=UTC")
    #expect(first.status == 0)
    #expect(first.text.split(separator: "\n").count > 20)
    for variables in [
      "LC_ALL=C.UTF-8 TZ=UTC", "LC_ALL=C", "LC_ALL=es_ES.UTF-8 TZ=Asia/Tokyo",
      "LC_NUMERIC=es_ES.UTF-8 LANG=C.UTF-8",
    ] {
      #expect(output(of: arguments, in: variables) == first, "\(variables)")
    }
  }

  @Test(arguments: [1, 7])
  func `a handout is the same for the same seed, and another one for another`(seed: Int) throws {
    let sheet = output(of: "export two-tokens --seed \(seed)", in: "LC_ALL=C.UTF-8")
    #expect(sheet.status == 0)
    #expect(output(of: "export two-tokens --seed \(seed)", in: "LC_ALL=C.UTF-8") == sheet)
    #expect(output(of: "export two-tokens --seed \(seed + 1)", in: "LC_ALL=C.UTF-8").text != sheet.text)
  }

  @Test(arguments: ["C.UTF-8", "es_ES.UTF-8", "xx_XX.utf8"])
  func `what keys show on the terminal is the frame of these keys, in each locale`(locale: String) throws {
    let place = "two-tokens:two-of-four"
    let options = ["--lang", "en", "--decimal", "point", "--glyphs", "unicode"]
    let session = try TerminalSession(
      "attend", arguments: ["--fresh", place] + options, environment: ["LC_ALL": locale])
    var names = ""
    for (name, bytes) in [
      ("", ""), ("Tab", "\t"), ("Down Right Right", "\u{1B}OB\u{1B}OC\u{1B}OC"), ("\"3,1\"", "3,1"),
      ("Enter", "\r"),
      ("u", "u"), ("w", "w"), ("Up", "\u{1B}OA"), ("+", "+"), ("Escape", "\u{1B}"), ("Right", "\u{1B}OC"),
    ] {
      names += " " + name
      session.type(bytes)
      let options = options.joined(separator: " ")
      let frame = output(of: "frame \(place) --keys '\(names)' \(options)", in: "LC_ALL=C.UTF-8")
      #expect(frame.status == 0)
      let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
      #expect(session.wait { $0.text == rows.joined(separator: "\n") }, "\(names):\n\(session.text)")
    }
    session.signal(SIGTERM)
    #expect(session.endLeavingNoTrace() == .killed(signal: SIGTERM))
  }
}

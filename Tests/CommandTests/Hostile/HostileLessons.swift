import Foundation

/// The catalogue: for each kind of bad lesson its variations.
///
/// - Parameter portion: What is large is larger by so much: 10 is enough to pass every limit, 100 is what it should be.
func hostileLessons(portion: Int) throws -> [HostileLesson] {
  let sound = try SoundLesson()
  return noLessonAtAll(sound) + cutShort(sound) + encodings(sound) + invisibles(sound)
    + crowded(sound, portion)
    + otherYAML(sound) + keys(sound) + matrices(sound) + numbers(sound) + tokens(sound)
    + bombs(sound, portion)
    + claims(sound)
}

// MARK: The file as a whole

/// Empty, only remarks, one value, something else than a map, two of them.
private func noLessonAtAll(_ sound: SoundLesson) -> [HostileLesson] {
  let texts: [(String, String)] = [
    ("empty", ""), ("blank", "  \n\n \n"), ("remarks", "# one\n# two\n"), ("nothing", "~\n"),
    ("null", "null\n"),
    ("word", "lesson\n"), ("number", "42\n"), ("list", "- format: 1\n- worksheet\n"), ("brackets", "[]\n"),
    ("braces", "{}\n"), ("two-documents", sound.yaml + "---\n" + sound.yaml), ("dots", "...\n"),
    ("three-dashes", "---\n"), ("ends-early", "---\n" + sound.yaml + "...\nmore: 1\n"),
    ("html", "<!DOCTYPE html>\n<html></html>\n"), ("json", #"{"format": 1, "worksheet": {}}"#),
    ("elf", "\u{7F}ELF\u{2}\u{1}\u{1}"),
  ]
  return texts.map { sound.with("whole-\($0)", yaml: $1) }
    + [
      sound.with("whole-words-empty", words: []), sound.with("whole-words-blank", words: Array("\n \n".utf8)),
    ]
}

/// Cut off at every 24th byte, as a full disk or a broken line would.
private func cutShort(_ sound: SoundLesson) -> [HostileLesson] {
  func cuts(_ text: String) -> [[UInt8]] {
    stride(from: 24, to: text.utf8.count, by: 24).map { Array(text.utf8.prefix($0)) }
  }
  return cuts(sound.yaml).map { sound.with("cut-yaml-\($0.count)", yaml: $0, .either) }
    + cuts(sound.words).map { sound.with("cut-words-\($0.count)", words: $0, .either) }
}

// MARK: Letters

private func encodings(_ sound: SoundLesson) -> [HostileLesson] {
  func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding, allowLossyConversion: true) ?? Data())
  }
  let accent = sound.yaml.replacing("cats", with: "señal")
  let foreign: [(String, [UInt8])] = [
    ("bom", [0xEF, 0xBB, 0xBF] + sound.yaml.utf8), ("utf16", encoded(sound.yaml, .utf16)),
    ("utf16le", encoded(sound.yaml, .utf16LittleEndian)), ("utf16be", encoded(sound.yaml, .utf16BigEndian)),
    ("utf32", encoded(sound.yaml, .utf32)), ("utf32le", encoded(sound.yaml, .utf32LittleEndian)),
    ("latin1", encoded(accent, .isoLatin1)), ("macroman", encoded(accent, .macOSRoman)),
    ("cp1252", encoded(accent, .windowsCP1252)),
    ("twice", Array(sound.yaml.replacing("cats", with: "C√≥mo").utf8)),
    ("twice-latin1", Array(sound.yaml.replacing("cats", with: "CÃ³mo").utf8)),
  ]
  let bytes: [(String, [UInt8])] = [
    ("ff", [0xFF]), ("fe", [0xFE]), ("lone", [0x80]), ("overlong-slash", [0xC0, 0xAF]),
    ("overlong-nul", [0xC0, 0x80]), ("overlong-escape", [0xE0, 0x80, 0x9B]),
    ("surrogate", [0xED, 0xA0, 0x80]),
    ("too-high", [0xF4, 0x90, 0x80, 0x80]), ("half", [0xC3]), ("five-bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
  ]
  return foreign.map { sound.with("encoding-\($0)", yaml: $1) }
    + bytes.map {
      sound.with("bytes-yaml-\($0)", yaml: Array("# ".utf8) + $1 + Array("\n\(sound.yaml)".utf8))
    }
    + bytes.map { sound.with("bytes-words-\($0)", words: Array(sound.words.utf8) + $1) }
    + [
      sound.with("ends-crlf", yaml: sound.yaml.replacing("\n", with: "\r\n"), .fine),
      sound.with("ends-cr", yaml: sound.yaml.replacing("\n", with: "\r"), .fine),
      sound.with("tabs", yaml: sound.yaml.replacing("  ", with: "\t")),
      sound.with("tabs-words", words: Array(sound.words.replacing(" ", with: "\t").utf8), .either),
    ]
}

/// What drives a terminal, turns the reading direction or cannot be seen: as it is, and as YAML spells it.
private func invisibles(_ sound: SoundLesson) -> [HostileLesson] {
  let controls = (0x00...0x1F).filter { ![0x09, 0x0A, 0x0D].contains($0) } + [0x7F] + Array(0x80...0x9F)
  let hidden: [UInt32] = [
    // What turns the direction; what has no width; fillers, tags, private use, and what is no character.
    0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
    0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0x180E, 0xFEFF, 0x2028, 0x2029,
    0x115F, 0x1160, 0x3164, 0xFFA0, 0xE0001, 0xE0041, 0xE000, 0xF0000, 0x10FFFD, 0x378, 0xFFFE, 0xFDD0,
  ]
  let all = (controls.map(UInt32.init) + hidden).compactMap(Unicode.Scalar.init)
  func hexadecimal(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }
  let escapes = all.filter { $0.value > 0 }.map { scalar in
    let digits = hexadecimal(scalar)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    return sound.with("escape-\(digits)", "tokens: [cats", "tokens: [\"c\\U\(zeros)\(digits)ats\"")
  }
  let spelt: [(String, String)] = [
    ("osc52", #""\e]52;c;aGk=\a""#), ("osc8", #""\e]8;;http://x\e\\""#), ("title", #""\x1b]0;owned\x07""#),
    ("csi", #""\x9b2J""#), ("newline", #""a\nb""#), ("nul", #""a\0b""#), ("tab", #""a\tb""#),
    ("bell", #""\a""#),
    ("next-line", #""a\Nb""#), ("separator", #""a\Lb""#),
  ]
  return all.map { sound.with("raw-yaml-\(hexadecimal($0))", "tokens: [cats", "tokens: [c\($0)ats") }
    + all.map { scalar in
      sound.with(
        "raw-words-\(hexadecimal(scalar))", words: Array("# Cats\(scalar) sleep\n\(sound.words)".utf8))
    } + escapes + spelt.map { sound.with("spelt-\($0)", "tokens: [cats", "tokens: [\($1)") }
    + [sound.with("nul-last", yaml: Array(sound.yaml.utf8) + [0])]
}

/// Letters with hundreds of marks, words without an end, thousands of lines.
private func crowded(_ sound: SoundLesson, _ portion: Int) -> [HostileLesson] {
  let zalgo = "c" + String(repeating: "\u{489}", count: 500)
  let long = String(repeating: "a", count: 1_000 * portion)
  let lines = String(repeating: "\n", count: 20 * portion)
  return [
    sound.with("marks-yaml", "tokens: [cats", "tokens: [\(zalgo)"),
    sound.with("marks-words", words: Array("# \(zalgo)\n\(sound.words)".utf8)),
    sound.with("mark-first", "tokens: [cats", "tokens: [\u{301}cats"),
    sound.with("word-yaml", "tokens: [cats", "tokens: [\(long)"),
    sound.with("word-key", "stages:", "\(long): 1\nstages:"),
    sound.with("word-words", words: Array(sound.words.replacing("Two tokens", with: long).utf8), .either),
    sound.with("lines-yaml", yaml: sound.yaml + lines, .fine),
    sound.with("lines-words", words: Array((sound.words + lines).utf8), .fine),
    sound.with("words-again", words: Array((sound.words + sound.words).utf8)),
    sound.with("quoted-lines", "tokens: [cats", "tokens: [\"c\(lines)ats\""),
  ]
}

// MARK: YAML

private func otherYAML(_ sound: SoundLesson) -> [HostileLesson] {
  let values: [(String, String)] = [
    ("anchor", "&x Q · Kᵀ"), ("alias", "*x"), ("python", "!!python/object/apply:os.system ['id']"),
    ("python-name", "!!python/name:os.system"), ("binary", "!!binary aGk="), ("own-tag", "!x Q"),
    ("str", "!!str Q"),
    ("block", "|\n    Q"), ("folded", ">\n    Q"), ("list", "[Q]"), ("unclosed", "[Q"),
    ("unclosed-map", "{Q: 1"),
    ("quote", "\"Q"), ("single", "'Q"), ("at", "@Q"), ("backtick", "`Q`"), ("percent", "%Q"),
    ("colon", "a: b"),
    ("environment", "$HOME"), ("shell", "$(id)"), ("template", "{{7*7}}"), ("escape", #""\q""#),
    ("half-escape", #""\x4""#), ("surrogate", #""\uD800""#), ("too-high", #""\UFFFFFFFF""#),
  ]
  let tops: [(String, String)] = [
    ("self-alias", "a: &a [*a]"), ("undefined", "a: *nowhere"), ("merge", "<<: {format: 1}"),
    ("list-key", "? [1, 2]\n: 3"), ("map-key", "? {a: b}\n: 3"), ("no-key", ": 3"),
    ("directive", "%YAML 1.1\n---"),
    ("tag-directive", "%TAG ! tag:x,2000:\n---"), ("include", "include: ../../etc/passwd"),
    ("include-tag", "a: !include /etc/passwd"), ("indented", "   x: 1"),
  ]
  return values.map { sound.with("value-\($0)", "S: Q · Kᵀ", "S: \($1)") }
    + tops.map { sound.with("top-\($0)", yaml: "\($1)\n\(sound.yaml)") }
}

private func keys(_ sound: SoundLesson) -> [HostileLesson] {
  let missing = ["format", "worksheet", "stages"].map { key in
    sound.with("missing-\(key)", "\n\(key):", "\nx-\(key):")
  }
  return missing + [
    sound.with("twice", yaml: sound.yaml + "format: 1\n"),
    sound.with("twice-inside", "  A: s", "  S: Q\n  A: s"),
    sound.with("unknown", "axes:", "axis:"), sound.with("unknown-inside", "role: query", "rol: query"),
    sound.with("version-999", "format: 1", "format: 999"), sound.with("version-0", "format: 1", "format: 0"),
    sound.with("version-huge", "format: 1", "format: 99999999999999999999999"),
    sound.with("version-word", "format: 1", "format: one"),
    sound.with("version-minus", "format: 1", "format: -1"),
    sound.with("no-stages", "stages:\n", "stages: {}\nrest:\n"),
    sound.with("no-steps", "    steps:", "    step:"),
    sound.with("step-twice", "      score:", "      inputs:"),
    sound.with("odd-id", "  look:", "  \"../../look\":"),
    sound.with("odd-step", "      score:", "      \"a b\":"),
  ]
}

// MARK: Matrices and numbers

private func matrices(_ sound: SoundLesson) -> [HostileLesson] {
  let cells = "cells: [[0.80, 0.40], [0.20, 0.60]]"
  let wide = "[" + Array(repeating: "1", count: 1_000).joined(separator: ", ") + "]"
  let variants: [(String, String)] = [
    ("ragged", "cells: [[0.80, 0.40], [0.20]]"), ("ragged-first", "cells: [[0.80], [0.20, 0.60]]"),
    ("three-rows", "cells: [[1, 1], [1, 1], [1, 1]]"), ("one-row", "cells: [[1, 1]]"),
    ("no-rows", "cells: []"),
    ("empty-rows", "cells: [[], []]"), ("flat", "cells: [0.80, 0.40, 0.20, 0.60]"), ("one", "cells: 1"),
    ("deep", "cells: [[[1]], [[1]]]"), ("map", "cells: {a: 1}"), ("wide", "cells: [\(wide), \(wide)]"),
    ("comma", "cells: [[0,80, 0,40], [0,20, 0,60]]"), ("nothing", "cells:"), ("no-cells", "size: 2"),
  ]
  let masks = [
    ("mask-ragged", "M: {role: mask, rows: tokens, columns: tokens, cells: [[1, 0], [1]]}"),
    ("mask-half", "M: {role: mask, rows: tokens, columns: tokens, cells: [[1, 0.5], [1, 1]]}"),
    ("mask-shape", "M: {role: mask, rows: tokens, cells: [[1], [1]]}\n  P: mask(S, M)"),
    ("mask-nothing", "M: {role: mask, rows: [sleep], columns: tokens, cells: [[0, 0]]}\n  P: mask(S, M)"),
  ]
  let many = (1...65).map { "  M\($0): 1\n" }.joined()
  return variants.map { sound.with("cells-\($0)", cells, $1) }
    + masks.map {
      sound.with($0, "  A: softmax(S)", "  \($1)\n  A: softmax(\($0 == "mask-ragged" ? "S" : "S"))", .either)
    }
    + [
      sound.with("matrices-65", "  S: Q", "\(many)  S: Q"), sound.with("cycle", "S: Q · Kᵀ", "S: A"),
      sound.with("self", "S: Q · Kᵀ", "S: S + 1"), sound.with("shapes", "S: Q · Kᵀ", "S: Q · K · Q"),
      sound.with("unknown-matrix", "S: Q · Kᵀ", "S: Q · Z"),
      sound.with("unknown-call", "softmax(S)", "softmx(S)"),
      sound.with("deep-formula", "S: Q · Kᵀ", "S: " + String(repeating: "(", count: 90) + "Q"),
      sound.with("long-formula", "S: Q · Kᵀ", "S: Q" + String(repeating: " + Q", count: 500)),
      sound.with("odd-name", "  S: Q · Kᵀ", "  \"S[1]\": Q · Kᵀ"),
      sound.with("overflow", "S: Q · Kᵀ", "S: exp(1000000 · Q · Kᵀ)", .either),
      sound.with("zero", "S: Q · Kᵀ", "S: Q · Kᵀ / 0", .either),
      sound.with("logarithm", "S: Q · Kᵀ", "S: log(0 · Q · Kᵀ)", .either),
    ]
}

private func numbers(_ sound: SoundLesson) -> [HostileLesson] {
  let bad = [
    ".nan", ".NaN", ".inf", "-.inf", "nan", "inf", "infinity", "1e999", "1e308", "1e5", "0x1F", "0o17", "0b1",
    "1_000",
    "12:30:45", "2024-01-01", "'0.5'", "\"0.5\"", ".5", "5.", "-", "--1", "+1", "1,5", "1.2.3", "½", "٣", "１",
    "−1", "1/2",
    "50%", "0.5f", "true", "no", "~", "null", "", "1 000", "1\u{A0}000", "9999999", "-1000001",
    "99999999999999999999999999",
    "0x1p3", "1e-400", "5e-324", "nan(0x7)", "∞", String(repeating: "9", count: 400),
  ]
  return bad.enumerated().map { index, text in
    sound.with("number-\(index)", "cells: [[1.00, 0.50]]", "cells: [[\(text.isEmpty ? "" : text), 0.50]]")
  } + [
    sound.with("minus-zero", "[0.20, 0.60]", "[-0, 0.60]", .either),
    sound.with("whole", "1.00, 0.50", "1, 0", .fine),
    sound.with("digits-many", "1.00, 0.50", "0.\(String(repeating: "3", count: 300)), 0.5", .either),
    sound.with("range", "role: query,", "role: query, range: [3, -3],"),
    sound.with("range-nan", "role: query,", "role: query, range: [.nan, 1],"),
    sound.with("digits-99", "role: query,", "role: query, digits: 99,"),
    sound.with("reveal-huge", "{show: [Q, K, V]}", "{show: [Q, K, V], reveal: 99999999999999999999}"),
  ]
}

/// Words that YAML 1.1 takes for something else are words here; tokens are counted and named once.
private func tokens(_ sound: SoundLesson) -> [HostileLesson] {
  let words = [
    "no", "on", "off", "yes", "y", "null", "true", "~x", "1.10", "0x1F", "2024-01-01", "12:30", "<<", "=",
  ]
  let surprises = words.map { word -> HostileLesson in
    let quoted = word == "1.10" || word == "<<" || word == "=" || word == "12:30" ? "'\(word)'" : word
    let label = word.allSatisfy(\.isLetter) ? word : "1"
    var lesson = sound
    lesson.yaml = sound.yaml.replacing("tokens: [cats", with: "tokens: [\(quoted)").replacing(
      "cats,", with: "1,"
    )
    .replacing("sleep,cats]", with: "sleep,\(label)]").replacing("K[cats", with: "K[\(label)")
    lesson.words = sound.words.replacing("sleep,cats]", with: "sleep,1]").replacing("K[cats", with: "K[1")
    return HostileLesson(
      name: "token-\(words.firstIndex(of: word) ?? 0)",
      files: ["lesson.yaml": Array(lesson.yaml.utf8), "en.md": Array(lesson.words.utf8)], verdict: .either)
  }
  let many = (1...500).map { "t\($0)" }.joined(separator: ", ")
  return surprises + [
    sound.with("tokens-none", "[cats, sleep]", "[]"), sound.with("tokens-one", "[cats, sleep]", "[cats]"),
    sound.with("tokens-500", "[cats, sleep]", "[\(many)]"),
    sound.with("tokens-same", "[cats, sleep]", "[cats, cats]"),
    sound.with("tokens-blank", "[cats, sleep]", "['', sleep]"),
    sound.with("tokens-map", "[cats, sleep]", "{a: b}"),
    sound.with("tokens-deep", "[cats, sleep]", "[[cats], sleep]"),
    sound.with("tokens-emoji", "[cats, sleep]", "['👩\u{200D}👩\u{200D}👧', sleep]"),
  ]
}

// MARK: What grows

private func bombs(_ sound: SoundLesson, _ portion: Int) -> [HostileLesson] {
  func laughs(_ levels: Int) -> String {
    "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
      + (1...levels).map { level in
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
          + "]\n"
      }.joined()
  }
  func nested(_ open: String, _ close: String, _ depth: Int) -> String {
    "x: " + String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth) + "\n"
  }
  let keys = (0..<(300 * portion)).map { "k\($0): 1\n" }.joined()
  let numbers = "x: [" + Array(repeating: "1", count: 5_000 * portion).joined(separator: ",") + "]\n"
  return [6, 9, 30].map { sound.with("laughs-\($0)", yaml: laughs($0) + sound.yaml) }
    + [20, 1_000, 1_000 * portion + 1].map {
      sound.with("lists-\($0)", yaml: nested("[", "]", $0) + sound.yaml)
    }
    + [20, 1_000, 1_000 * portion + 1].map {
      sound.with("maps-\($0)", yaml: nested("{a: ", "}", $0) + sound.yaml)
    }
    + [20, 1_000, 500 * portion + 1].map {
      sound.with("open-\($0)", yaml: "x: " + String(repeating: "[", count: $0))
    }
    + [17, 400].map { depth in
      sound.with(
        "stairs-\(depth)", yaml: (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined())
    }
    + [
      sound.with("dashes", yaml: String(repeating: "- ", count: 500 * portion)),
      sound.with("questions", yaml: String(repeating: "? ", count: 500 * portion)),
      sound.with("keys-many", yaml: sound.yaml + keys),
      sound.with("numbers-many", yaml: sound.yaml + numbers),
      sound.with("megabytes-30", yaml: sound.yaml + "# " + String(repeating: "x", count: 30 << 20)),
      sound.with(
        "megabytes-30-words", words: Array((sound.words + String(repeating: "x ", count: 15 << 20)).utf8)),
      sound.with(
        "quotes", yaml: "x: \"" + String(repeating: "\\\"", count: 2_000 * portion) + "\"\n" + sound.yaml),
      sound.with("colons", yaml: String(repeating: "a: ", count: 1_000 * portion)),
      sound.with(
        "brackets-words", words: Array((sound.words + String(repeating: "{", count: 2_000 * portion)).utf8)),
      sound.with(
        "stars-words", words: Array((sound.words + String(repeating: "*", count: 2_000 * portion)).utf8),
        .either),
      sound.with(
        "quotes-words", words: Array((sound.words + String(repeating: "> ", count: 1_000 * portion)).utf8)),
      sound.with(
        "steps-words", words: Array((sound.words + String(repeating: "\n### x", count: 200 * portion)).utf8)),
    ]
}

// MARK: Claims

/// What the numbers of the lesson contradict.
private func claims(_ sound: SoundLesson) -> [HostileLesson] {
  [
    sound.with("claim-proof", "proof: A[sleep,sleep] <", "proof: A[sleep,sleep] >"),
    sound.with("claim-solution", "solution: K[cats,1] = 2.50", "solution: K[cats,1] = 0.50"),
    sound.with("claim-wrong", "wrong: K[cats,2] = 1.00", "wrong: K[cats,1] = 5.00"),
    sound.with("claim-met", "\"A[sleep,cats] >= 0.80\"", "\"A[sleep,cats] >= 0.10\""),
    sound.with("claim-never", "\"A[sleep,cats] >= 0.80\"", "\"A[sleep,cats] >= 1.80\""),
    sound.with("claim-nowhere", "show: \"S[sleep,cats]\"", "show: \"S[sleep,dogs]\""),
    sound.with("claim-two-right", "rises: wrong", "rises: right"),
    sound.with("claim-no-right", "falls: right", "falls: wrong"),
    sound.with("claim-edit", "edit: K[cats]", "edit: A"),
    sound.with("claim-words", words: Array(sound.words.replacing("{O[sleep]}", with: "{O[dogs]}").utf8)),
    sound.with("claim-choice", words: Array(sound.words.replacing("- rises", with: "- sinks").utf8)),
    sound.with("claim-step", words: Array(sound.words.replacing("### score", with: "### scores").utf8)),
    sound.with("claim-brace", words: Array(sound.words.replacing("{O[sleep]}", with: "{O[sleep]").utf8)),
    sound.with("claim-formula", words: Array(sound.words.replacing("{O[sleep]}", with: "{O · O · O}").utf8)),
  ]
}

import Tutorial

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix {
  mutating func progress() -> SavedProgress {
    SavedProgress(
      lesson: Bool.random(using: &self) ? text() : nil,
      lessons: dictionary { random in
        SavedLesson(
          step: random.text(), furthest: random.text(), met: Set(random.list { $0.text() }),
          answers: random.dictionary { random in
            SavedAnswer(votes: random.list { $0.text() }, isRevealed: Bool.random(using: &random))
          },
          places: random.dictionary { random in
            random.list { random in
              SavedChange(
                kind: random.text(), edits: random.list { $0.text() }, restored: random.list { $0.text() })
            }
          })
      })
  }

  /// An id, a sentence of the formula language, or anything at all.
  mutating func text() -> String {
    switch Int.random(in: 0..<4, using: &self) {
    case 0:
      ["dog-sum", "c1", "stage:position", "3.10", "0,5", "", "end", "lesson", "#"].randomElement(using: &self)
        ?? ""
    case 1:
      ["K[dog,3] = 3.1", "S = Q · Kᵀ + 1", "p[*,\".\"] = 0", "S[1,2]"].randomElement(using: &self) ?? ""
    default: String(String.UnicodeScalarView(list { $0.scalar() }))
    }
  }

  private mutating func scalar() -> Unicode.Scalar {
    let traps: [Unicode.Scalar] = [
      "\"", "\\", " ", "\t", "\n", "\r", "\0", "#", "u", "{", "}", "é", "\u{301}", "\u{85}", "\u{2028}",
      "\u{202E}", "\u{FEFF}", "\u{200D}", "\u{1F600}", "\u{10FFFF}", "\u{7F}", "\u{1B}", "ᵀ",
    ]
    let other = Unicode.Scalar(UInt32.random(in: 0x20..<0x250, using: &self)) ?? "x"
    return Bool.random(using: &self) ? other : traps.randomElement(using: &self) ?? "x"
  }

  mutating func list<Element>(_ element: (inout SplitMix) -> Element) -> [Element] {
    (0..<Int.random(in: 0..<4, using: &self)).map { _ in element(&self) }
  }

  mutating func dictionary<Value>(_ value: (inout SplitMix) -> Value) -> [String: Value] {
    Dictionary(list { ($0.text(), value(&$0)) }) { $1 }
  }
}

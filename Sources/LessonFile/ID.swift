private let longestID = 64

/// Whether a word can be the id of a lesson, a stage or a step.
public func isID(_ word: String) -> Bool {
  (1...longestID).contains(word.utf8.count)
    && word.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
}

/// What to say of a word that cannot be an id.
func badID(_ word: String) -> String {
  "an id is made of a to z, digits and -, at most \(longestID) of them, not \(word)"
}

/// Whether a word can be the id of a misconception: `M1`, `M12`.
func isMisconceptionID(_ word: String) -> Bool {
  let digits = word.utf8.dropFirst()
  return word.utf8.first == UInt8(ascii: "M") && (1...4).contains(digits.count)
    && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

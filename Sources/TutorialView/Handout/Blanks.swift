/// The numbers that are left to fill in, each once: what is asked again has the number that it had.
struct Blanks {
  struct Blank: Hashable {
    var number: Int
    /// What it is: `S[quickly,dog]`.
    var subject: String
    var answer: String
    /// How many underscores stand for it: one for each character of a number below 10.
    var width: Int

    /// `(7) ____`
    var text: String { "(\(number)) " + String(repeating: "_", count: width) }
    /// `(7)`, where the number only refers to what was asked elsewhere.
    var reference: String { "(\(number))" }
  }

  private(set) var all: [Blank] = []
  private var places: [String: Int] = [:]

  /// Whether a number is asked for already.
  func asks(_ subject: String, answer: String) -> Bool { places["\(subject)=\(answer)"] != nil }

  /// The blank for a number: a new one, or the one that asks for the same.
  mutating func blank(_ subject: String, answer: String, digits: Int) -> Blank {
    let key = "\(subject)=\(answer)"
    if let place = places[key] { return all[place] }
    let blank = Blank(number: all.count + 1, subject: subject, answer: answer, width: max(4, digits + 2))
    places[key] = all.count
    all.append(blank)
    return blank
  }
}

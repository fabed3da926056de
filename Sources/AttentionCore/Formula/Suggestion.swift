/// The candidate that was probably meant by a misspelt word; nil if none is near.
///
/// Near is one slip (a letter too many, too few, wrong, or two swapped) for every three letters, or the same
/// letters in another case.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let limit = (word.count + 1) / 3
  var best: (candidate: String, slips: Int)?
  for candidate in candidates where candidate != word {
    let sameLetters = candidate.lowercased() == word.lowercased()
    let slips = sameLetters ? 0 : slipCount(Array(word), Array(candidate))
    if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
  }
  return best?.candidate
}

/// `; did you mean dog?`, or nothing.
func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String {
  suggestion(for: word, among: candidates).map { "; did you mean \($0)?" } ?? ""
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into another
/// (optimal string alignment).
private func slipCount(_ from: [Character], _ to: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...to.count)
  for row in from.indices {
    var current = [row + 1]
    for column in to.indices {
      let replaced = previous[column] + (from[row] == to[column] ? 0 : 1)
      var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
        least = min(least, beforePrevious[column - 1] + 1)
      }
      current.append(least)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[to.count]
}

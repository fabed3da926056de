/// The name that a mistyped word was probably meant to be: one that it begins, else the nearest one, if at most
/// two letters in five differ. The word is in lower case.
func mostSimilar(to word: String, among names: [String]) -> String? {
  if word.count > 1, let name = names.first(where: { $0.lowercased().hasPrefix(word) }) { return name }
  let candidates = names.map { (name: $0, distance: editDistance($0.lowercased(), word)) }
  guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 5 <= max(best.name.count, word.count) * 2 ? best.name : nil
}

/// How many letters have to be put in, left out or replaced to make one word the other.
private func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var distances = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var diagonal = distances[0]
    distances[0] = row + 1
    for (column, other) in second.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = distances[column + 1]
      distances[column + 1] = min(replaced, diagonal + 1, distances[column] + 1)
    }
  }
  return distances[second.count]
}

import AttentionCore

/// A question and a challenge that hold for the numbers of a lesson, found by trying.
///
/// All are about one row of the weights `A`, and change one cell of the keys `K`.
struct SentenceTasks {
  /// One cell of the keys, with the number that it gets.
  struct Attempt {
    var key: Int
    var entry: Int
    var number: Double
  }

  /// The key of one token changes, and the weight of another one falls.
  struct Question {
    var attempt: Attempt
    /// The token whose weight falls.
    var heard: Int
  }

  /// The weight of a token has to reach a goal.
  struct Challenge {
    var solution: Attempt
    var wrong: Attempt
    var goal: Double
  }

  /// Nil where the numbers leave nothing to ask.
  private(set) var question: Question?
  private(set) var challenge: Challenge?

  private let worksheet: Worksheet
  /// The row of the token that asks.
  private let row: Int
  private let weights: [Double]
  private let query: [Double]
  /// The entries of the query, the largest first.
  private let entries: [Int]

  init(_ worksheet: Worksheet, row: Int) {
    self.worksheet = worksheet
    self.row = row
    weights = Self.numbers(of: "A", row, in: worksheet)
    query = Self.numbers(of: "Q", row, in: worksheet)
    let query = query
    entries = query.indices.sorted { (-abs(query[$0]), $0) < (-abs(query[$1]), $1) }
    question = findQuestion()
    challenge = findChallenge()
  }

  private func findQuestion() -> Question? {
    let heard = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for attempt in attempts(keys: heard.reversed(), steps: [1, 2, 4]) {
      guard let token = heard.first(where: { $0 != attempt.key }), let after = weights(after: attempt)
      else { continue }
      // Who reads two decimals has to see it.
      if fixedText(after[token], digits: 2) != fixedText(weights[token], digits: 2),
        after[token] < weights[token]
      {
        return Question(attempt: attempt, heard: token)
      }
    }
    return nil
  }

  private func findChallenge() -> Challenge? {
    let quiet = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
    let steps = stride(from: 0.1, through: 20, by: 0.1)
    for goal in [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] {
      for key in quiet where weights[key] <= goal - 0.1 {
        let tries = attempts(keys: [key], entries: entries.prefix(1), steps: Array(steps))
        guard let solution = tries.first(where: { weights(after: $0).map { $0[key] >= goal } ?? false })
        else {
          continue
        }
        let start = Self.numbers(of: "K", key, in: worksheet)[solution.entry]
        var wrong = solution
        wrong.number = rounded((start + solution.number) / 2)
        guard let half = weights(after: wrong), half[key] < goal else { continue }
        return Challenge(solution: solution, wrong: wrong, goal: goal)
      }
    }
    return nil
  }

  /// The first of some attempts to reach a goal; each of them raises the weight more than those before it.
  private func smallest(of attempts: [Attempt], reaching goal: Double) -> Attempt? {
    var (low, high) = (0, attempts.count)
    while low < high {
      let middle = (low + high) / 2
      let attempt = attempts[middle]
      if let after = weights(after: attempt), after[attempt.key] >= goal {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low < attempts.count ? attempts[low] : nil
  }

  /// Cells of the keys, moved by steps the way that raises their score, as far as they may go.
  private func attempts(
    keys: [Int], entries: ArraySlice<Int>? = nil, steps: [Double]
  ) -> [Attempt] {
    let range = worksheet.input("K")?.range ?? 0...0
    let entries = entries ?? self.entries[...]
    return keys.filter { weights[$0] > 0 }.flatMap { key in
      let old = Self.numbers(of: "K", key, in: worksheet)
      return entries.filter { query[$0] != 0 }.flatMap { entry in
        steps.map { step in
          rounded(old[entry] + (query[entry] > 0 ? step : -step))
        }.filter(range.contains).map { Attempt(key: key, entry: entry, number: $0) }
      }
    }
  }

  private func weights(after attempt: Attempt) -> [Double]? {
    var changed = worksheet
    let target = Target(
      name: "K", rows: .one("\(attempt.key + 1)"), columns: .one("\(attempt.entry + 1)"))
    guard (try? changed.apply(Edit(target: target, formula: .number(attempt.number)))) != nil else {
      return nil
    }
    return Self.numbers(of: "A", row, in: changed)
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  private static func numbers(of name: String, _ row: Int, in worksheet: Worksheet) -> [Double] {
    guard let matrix = worksheet[name] else { return [] }
    return (0..<matrix.columnCount).map { matrix[row: row, column: $0].number ?? 0 }
  }
}

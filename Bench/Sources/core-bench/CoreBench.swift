import AttentionCore
import Glibc

/// `core-bench TOKENS DIMENSIONS SECONDS`: how many nanoseconds attention of that size takes, by what is done; each
/// figure is the median of several batches, together about as long as asked for.
@main
struct CoreBench {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 3, let tokens = words.dropFirst(0).first.flatMap({ Int($0) }),
      let dimensions = words.dropFirst(1).first.flatMap({ Int($0) }),
      let seconds = words.dropFirst(2).first.flatMap({ Double($0) })
    else {
      print("usage: core-bench TOKENS DIMENSIONS SECONDS")
      exit(64)
    }
    var worksheet = try attention(tokens: tokens, dimensions: dimensions)
    let full = time(seconds) { worksheet.recompute() }
    print("full", full)
    for name in ["Q", "K", "V"] {
      let edits = try (0..<2).map { turn in
        try Edit(
          parsing: "\(name)[\(tokens / 2 + 1),\(dimensions / 2 + 1)] = \(turn == 0 ? "0.51" : "-0.52")")
      }
      var turn = 0
      let taken = try time(seconds) {
        try worksheet.apply(edits[turn])
        turn = 1 - turn
      }
      print(name, taken)
    }
  }

  /// softmax(Q·Kᵀ/√d)·V of numbers that look drawn and are the same each time.
  private static func attention(tokens: Int, dimensions: Int) throws -> Worksheet {
    let shape = Shape(rows: Axis(count: tokens), columns: Axis(count: dimensions))
    var state: UInt64 = 1
    func numbers() -> [Double] {
      (0..<(tokens * dimensions)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 23) - 1
      }
    }
    return try Worksheet([
      Definition(name: "Q", source: .input(Input(shape: shape, numbers: numbers()))),
      Definition(name: "K", source: .input(Input(shape: shape, numbers: numbers()))),
      Definition(name: "V", source: .input(Input(shape: shape, numbers: numbers()))),
      Definition(name: "S", source: .formula(try Formula(parsing: "Q · Kᵀ / √columns(K)"))),
      Definition(name: "A", source: .formula(try Formula(parsing: "softmax(S)"))),
      Definition(name: "O", source: .formula(try Formula(parsing: "A · V"))),
    ])
  }

  /// The nanoseconds that something takes, as the median of batches.
  private static func time(_ seconds: Double, _ work: () throws -> Void) rethrows -> Double {
    let batchCount = 9
    var batch = 1
    var taken = try nanoseconds(of: batch, work)
    while taken < seconds * 1e9 / Double(batchCount) {
      batch *= 2
      taken = try nanoseconds(of: batch, work)
    }
    let figures = try (0..<batchCount).map { _ in try nanoseconds(of: batch, work) / Double(batch) }
    return figures.sorted()[batchCount / 2]
  }

  private static func nanoseconds(of count: Int, _ work: () throws -> Void) rethrows -> Double {
    let began = now()
    for _ in 0..<count { try work() }
    return now() - began
  }

  /// The processor time of this process, which other programs do not take part in.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}

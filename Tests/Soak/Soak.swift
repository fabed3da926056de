import Glibc

/// Whether the long versions of the tests were asked for, as `make soak` does.
public let isSoak = getenv("SOAK") != nil

/// How often something is tried: seldom in `make test`, often in `make soak`.
public func rounds(_ usual: Int, soak: Int) -> Int { isSoak ? soak : usual }

/// Counts rounds up, and says now and then how far they are where they are many.
public struct Progress {
  private let name: String
  private let count: Int

  public init(_ name: String, of count: Int) { (self.name, self.count) = (name, count) }

  /// Call it after each round.
  public func finished(_ round: Int) {
    guard isSoak, round % max(1, count / 10) == 0 || round == count else { return }
    let line = "soak: \(name) \(round)/\(count)\n"
    _ = write(STDERR_FILENO, line, line.utf8.count)
  }
}

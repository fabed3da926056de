/// The colours of one theme at one depth.
struct Palette: Hashable, Sendable {
  /// By the raw value of the role; colours that a role leaves open are those of the page.
  private let roles: [Paint]
  /// From a share of 0 to a share of 1; empty: heat is not shown by colour.
  private let share: [Paint]
  /// From far below 0 to far above; the middle is 0.
  private let signed: [Paint]

  init(page: Paint = Paint(), roles: [Role: Paint], share: [Paint], signed: [Paint]) {
    self.roles = Role.allCases.map { role in
      guard let paint = roles[role] else { return page }
      return Paint(
        paint.foreground ?? page.foreground, on: paint.background ?? page.background, reversed: paint.reversed
      )
    }
    self.share = share
    self.signed = signed
  }

  subscript(role: Role) -> Paint { roles[Int(role.rawValue)] }

  /// The colours of a heat; nil where it has none. Steps outside the ramp count as its nearest end.
  subscript(heat: Heat) -> Paint? {
    switch heat {
    case .none: nil
    case .share(let step): share.isEmpty ? nil : share[min(Int(step), share.count - 1)]
    case .signed(let step):
      signed.isEmpty ? nil : signed[min(max(Int(step) + signed.count / 2, 0), signed.count - 1)]
    }
  }
}

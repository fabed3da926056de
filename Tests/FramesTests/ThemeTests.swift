import Testing

@testable import Frames

struct ThemeTests {
  /// Lines and the lacking part of a bar are ornament: nobody has to read them.
  static let ornaments: Set<Role> = [.rule, .barsEmpty]
  static let heats: [Heat] = [.none] + (0...5).map { .share($0) } + (-3...3).map { .signed($0) }
  static let styles = Role.allCases.flatMap { role in
    heats.flatMap { heat in [false, true].map { Style(role, focused: $0, heat: heat) } }
  }

  @Test(arguments: Theme.all, [ColorDepth.full, .eight])
  func `text stands out from what is painted behind it`(theme: Theme, depth: ColorDepth) {
    for style in Self.styles {
      let isOrnament = Self.ornaments.contains(style.role) && style.heat == .none && !style.focused
      if isOrnament { continue }
      let paint = theme.paint(for: style, depth: depth)
      guard let foreground = paint.foreground, let background = paint.background else { continue }
      // A bar is a shape, for which WCAG asks for 3:1.
      let least = style.role == .bars ? 3 : 4.5
      let ratio = contrast(foreground, background)
      #expect(ratio >= least, "\(theme.name) \(depth) \(style): \(foreground) on \(background) has \(ratio)")
    }
  }

  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `a colour on the terminal's own background stands out from black and from white`(
    theme: Theme, depth: ColorDepth
  ) {
    for style in Self.styles {
      let paint = theme.paint(for: style, depth: depth)
      guard let foreground = paint.foreground, paint.background == nil else { continue }
      let least = style.role == .bars ? 3 : 4.5
      #expect(contrast(foreground, 16) >= least, "\(theme.name) \(depth) \(style) on black")
      #expect(contrast(foreground, 231) >= least, "\(theme.name) \(depth) \(style) on white")
    }
  }

  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `a background never comes without a foreground`(theme: Theme, depth: ColorDepth) {
    for style in Self.styles {
      let paint = theme.paint(for: style, depth: depth)
      #expect(paint.background == nil || paint.foreground != nil, "\(theme.name) \(style)")
    }
  }

  @Test(arguments: Theme.all.filter { $0.name != "mono" })
  func `query, key and value stay apart for every kind of colour vision`(theme: Theme) {
    let colors = [Role.query, .key, .value].compactMap {
      theme.paint(for: Style($0), depth: .full).foreground
    }
    #expect(colors.count == 3)
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      for vision in ColorVision.allCases {
        let distance = colorDistance(colors[first], colors[second], vision)
        #expect(distance >= 28, "\(theme.name): \(colors[first]) and \(colors[second]) for \(vision)")
      }
    }
  }

  @Test(arguments: Theme.all.filter { $0.name != "mono" })
  func `each step of heat is lighter or darker than the one before, for every kind of colour vision`(
    theme: Theme
  ) {
    let ramp = (0...5).compactMap {
      theme.paint(for: Style(.weight, heat: .share($0)), depth: .full).background
    }
    #expect(ramp.count == 6)
    let direction: Double = theme.name == "light" ? -1 : 1
    for vision in ColorVision.allCases {
      for (earlier, later) in zip(ramp, ramp.dropFirst()) {
        let rise = (lightness(later, vision) - lightness(earlier, vision)) * direction
        #expect(rise >= 10, "\(theme.name) \(earlier) to \(later) for \(vision): \(rise)")
      }
    }
  }

  @Test(arguments: Theme.all.filter { $0.name != "mono" })
  func `with eight colours heat never falls back, and its ends differ`(theme: Theme) {
    let ramp = (0...5).compactMap {
      theme.paint(for: Style(.weight, heat: .share($0)), depth: .eight).background
    }
    #expect(ramp.count == 6)
    for vision in ColorVision.allCases {
      for (earlier, later) in zip(ramp, ramp.dropFirst()) {
        #expect(lightness(later, vision) >= lightness(earlier, vision), "\(theme.name) for \(vision)")
      }
      #expect(lightness(ramp[5], vision) - lightness(ramp[0], vision) >= 30, "\(theme.name) for \(vision)")
    }
  }

  @Test(arguments: Theme.all.filter { $0.name != "mono" })
  func `signed heat tells each step from its neighbour and below zero from above`(theme: Theme) {
    let ramp = signedRamp(theme)
    for vision in ColorVision.allCases {
      for (left, right) in zip(ramp, ramp.dropFirst()) {
        let distance = colorDistance(left, right, vision)
        #expect(distance >= 12, "\(theme.name) \(left) to \(right) for \(vision): \(distance)")
      }
      for step in 0..<3 {
        let distance = colorDistance(ramp[step], ramp[6 - step], vision)
        #expect(
          distance >= 40, "\(theme.name) \(ramp[step]) and \(ramp[6 - step]) for \(vision): \(distance)")
      }
    }
  }

  /// −2 and 2 are equally far from 0, and have to look so: colour says the sign, lightness how much.
  @Test(arguments: Theme.all.filter { $0.name != "mono" })
  func `signed heat is as light on one side as on the other, for every kind of colour vision`(theme: Theme) {
    let ramp = signedRamp(theme)
    let direction: Double = theme.name == "light" ? -1 : 1
    for vision in ColorVision.allCases {
      let levels = ramp.map { lightness($0, vision) }
      for step in 0..<3 {
        let difference = abs(levels[step] - levels[6 - step])
        #expect(difference <= 6, "\(theme.name) ±\(3 - step) for \(vision): \(difference)")
        for (inner, outer) in [(step + 1, step), (5 - step, 6 - step)] {
          let rise = (levels[outer] - levels[inner]) * direction
          #expect(rise >= 4.5, "\(theme.name) \(ramp[inner]) to \(ramp[outer]) for \(vision): \(rise)")
        }
      }
    }
  }

  private func signedRamp(_ theme: Theme) -> [UInt8] {
    let ramp = (-3...3).compactMap { step in
      theme.paint(for: Style(.score, heat: .signed(Int8(step))), depth: .full).background
    }
    #expect(ramp.count == 7)
    return ramp
  }

  /// A number under heat is read in every form that it can have: edited, changed, in the colours of its letter.
  @Test(arguments: Theme.all, [ColorDepth.full, .eight])
  func `every step of heat has a colour of its own for the number on it`(theme: Theme, depth: ColorDepth) {
    for heat in Self.heats where heat != .none && theme.name != "mono" {
      for role in Role.allCases {
        let paint = theme.paint(for: Style(role, heat: heat), depth: depth)
        // With eight colours 0 is the page itself.
        guard depth == .full || heat != .signed(0) else { continue }
        guard let foreground = paint.foreground, let background = paint.background else {
          Issue.record("\(theme.name) \(depth) \(heat)")
          continue
        }
        #expect(contrast(foreground, background) >= 4.5, "\(theme.name) \(depth) \(heat)")
      }
    }
  }

  @Test(arguments: Theme.all)
  func `without colours no colour is left, and what matters still differs`(theme: Theme) {
    for style in Self.styles {
      let paint = theme.paint(for: style, depth: .none)
      #expect(paint.foreground == nil && paint.background == nil)
    }
    let meanings: [Style] = [
      .text, Style(.text, focused: true), Style(.changed), Style(.edited), Style(.token),
    ]
    let paints = meanings.map { theme.paint(for: $0, depth: .none) }
    #expect(Set(paints).count == meanings.count)
    #expect(theme.paint(for: Style(.bar), depth: .none) != theme.paint(for: .text, depth: .none))
    #expect(theme.paint(for: Style(.bar), depth: .none) != theme.paint(for: Style(.hintKey), depth: .none))
  }

  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `focus looks the same whatever it covers, and like nothing else`(theme: Theme, depth: ColorDepth) {
    func colors(_ paint: Paint) -> Paint {
      Paint(paint.foreground, on: paint.background, reversed: paint.reversed)
    }
    var focus = colors(theme.paint(for: .text, depth: depth))
    focus.reversed = true
    for style in Self.styles {
      let paint = colors(theme.paint(for: style, depth: depth))
      // Without colours the bars at the top and the bottom are in reverse too; the focus is never in them.
      let isBar = [.bar, .barStrong, .barFaint, .hintKey].contains(style.role)
      if style.focused || !isBar { #expect((paint == focus) == style.focused, "\(style)") }
    }
  }

  @Test(arguments: Theme.all, ColorDepth.allCases)
  func `a style's own bold and underline are kept`(theme: Theme, depth: ColorDepth) {
    let paint = theme.paint(for: Style(.key, bold: true, underlined: true, heat: .share(2)), depth: depth)
    #expect(paint.bold && paint.underlined)
  }

  @Test(arguments: Theme.all)
  func `only the eight colours are used where there are eight`(theme: Theme) {
    for style in Self.styles {
      let paint = theme.paint(for: style, depth: .eight)
      #expect(paint.foreground ?? 0 < 8 && paint.background ?? 0 < 8)
    }
  }

  @Test func `steps outside a ramp count as its ends`() {
    let theme = Theme.dark
    func paint(_ heat: Heat) -> Paint { theme.paint(for: Style(.weight, heat: heat), depth: .full) }
    #expect(paint(.share(9)) == paint(.share(5)))
    #expect(paint(.signed(-128)) == paint(.signed(-3)))
    #expect(paint(.signed(127)) == paint(.signed(3)))
  }

  @Test func `themes are found by name and follow each other in a ring`() {
    #expect(Theme.all.map(\.name) == ["terminal", "dark", "light", "contrast", "mono"])
    #expect(Theme.named("contrast") == .contrast)
    #expect(Theme.named("Dark") == nil)
    #expect(Theme.all.map(\.next.name) == ["dark", "light", "contrast", "mono", "terminal"])
  }
}

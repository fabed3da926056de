extension Theme {
  /// On the terminal's own background, whether that is dark or light: every colour stands out from both.
  ///
  /// Of the fixed colours only 29, 63, 98, 131, 163 and 243 have a contrast of 4.5 with black and with white, so some
  /// meanings share one; letters, marks and underlines tell them apart.
  public static let terminal = Theme(
    name: "terminal",
    full: Palette(
      roles: [
        .faint: Paint(243), .rule: Paint(243),
        .bar: Paint(253, on: 238), .barStrong: Paint(231, on: 238), .barFaint: Paint(250, on: 238),
        .hintKey: Paint(231, on: 238),
        .query: Paint(63), .key: Paint(131), .value: Paint(163),
        .embedding: Paint(29), .parameter: Paint(98), .mask: Paint(243), .weight: Paint(29),
        .output: Paint(163),
        .code: Paint(29), .changed: Paint(98), .edited: Paint(63), .closed: Paint(243),
        .bars: Paint(30), .barsEmpty: Paint(243),
        .right: Paint(63), .wrong: Paint(131), .notice: Paint(98),
      ],
      share: risingHeat, signed: heatAroundDark),
    eight: Palette(
      roles: eightOnAnyPage.merging([
        .bar: Paint(reversed: true), .barStrong: Paint(reversed: true), .barFaint: Paint(reversed: true),
        .hintKey: Paint(reversed: true), .bars: Paint(5),
      ]) { $1 },
      share: fewSharesOfHeat, signed: fewSignsOfHeat(zero: Paint())))

  public static let dark = Theme(
    name: "dark",
    full: Palette(
      page: Paint(252, on: 233),
      roles: [
        .faint: Paint(245), .rule: Paint(240),
        .bar: Paint(252, on: 236), .barStrong: Paint(231, on: 236), .barFaint: Paint(248, on: 236),
        .hintKey: Paint(231, on: 236),
        .query: Paint(39), .key: Paint(220), .value: Paint(211),
        .embedding: Paint(151), .parameter: Paint(141), .mask: Paint(245), .weight: Paint(80),
        .output: Paint(218),
        .token: Paint(231), .code: Paint(180), .changed: Paint(228), .edited: Paint(159), .closed: Paint(245),
        .bars: Paint(73), .barsEmpty: Paint(239),
        .right: Paint(75), .wrong: Paint(214), .notice: Paint(186),
      ],
      share: risingHeat, signed: heatAroundDark),
    eight: eightOnBlack)

  public static let light = Theme(
    name: "light",
    full: Palette(
      page: Paint(235, on: 231),
      roles: [
        .faint: Paint(242), .rule: Paint(248),
        .bar: Paint(235, on: 254), .barStrong: Paint(16, on: 254), .barFaint: Paint(240, on: 254),
        .hintKey: Paint(16, on: 254),
        .query: Paint(24), .key: Paint(130), .value: Paint(92),
        .embedding: Paint(58), .parameter: Paint(125), .mask: Paint(242), .weight: Paint(23),
        .output: Paint(89),
        .token: Paint(16), .code: Paint(94), .changed: Paint(125), .edited: Paint(26), .closed: Paint(242),
        .bars: Paint(61), .barsEmpty: Paint(250),
        .right: Paint(25), .wrong: Paint(130), .notice: Paint(94),
      ],
      share: risingHeat.reversed(), signed: heatAroundLight),
    eight: Palette(
      page: Paint(0, on: 7),
      roles: [
        .bar: Paint(7, on: 0), .barStrong: Paint(7, on: 0), .barFaint: Paint(7, on: 0),
        .hintKey: Paint(7, on: 0),
        .query: Paint(4), .key: Paint(1), .value: Paint(0, on: 6), .bars: Paint(4),
        .right: Paint(7, on: 4), .wrong: Paint(0, on: 3),
      ],
      share: fewSharesOfHeat, signed: fewSignsOfHeat(zero: Paint(0, on: 7))))

  /// For tired eyes and pale projectors: nothing steps back.
  public static let contrast = Theme(
    name: "contrast",
    full: Palette(
      page: Paint(231, on: 16),
      roles: [
        .faint: Paint(252), .rule: Paint(252),
        .bar: Paint(16, on: 231), .barStrong: Paint(16, on: 231), .barFaint: Paint(236, on: 231),
        .hintKey: Paint(16, on: 231),
        .query: Paint(75), .key: Paint(226), .value: Paint(217),
        .embedding: Paint(157), .parameter: Paint(183), .mask: Paint(252), .weight: Paint(123),
        .output: Paint(225), .code: Paint(223), .changed: Paint(226), .edited: Paint(159),
        .closed: Paint(252),
        .bars: Paint(51), .barsEmpty: Paint(244),
        .right: Paint(117), .wrong: Paint(215), .notice: Paint(229),
      ],
      share: risingHeat, signed: heatAroundDark),
    eight: eightOnBlack)

  /// Attributes only: bold, underline and reverse.
  public static let mono = Theme(name: "mono", full: .colorless, eight: .colorless)

  /// Six steps of rising lightness, at least 12 L* apart also for colour-blind eyes.
  private static let risingHeat = [
    Paint(231, on: 18), Paint(231, on: 61), Paint(16, on: 103), Paint(16, on: 144), Paint(16, on: 186),
    Paint(16, on: 229),
  ]

  /// Blue below 0, orange above, the further the brighter; both sides equally bright, also for colour-blind eyes.
  private static let heatAroundDark = [
    Paint(16, on: 111), Paint(16, on: 68), Paint(231, on: 61), Paint(252, on: 236), Paint(231, on: 94),
    Paint(16, on: 136), Paint(16, on: 179),
  ]

  /// Blue below 0, orange above, the further the darker; both sides equally dark, also for colour-blind eyes.
  private static let heatAroundLight = [
    Paint(231, on: 61), Paint(16, on: 111), Paint(16, on: 153), Paint(16, on: 255), Paint(16, on: 222),
    Paint(16, on: 179), Paint(231, on: 94),
  ]

  private static let fewSharesOfHeat = [
    Paint(7, on: 4), Paint(7, on: 4), Paint(0, on: 6), Paint(0, on: 6), Paint(0, on: 3), Paint(0, on: 3),
  ]

  private static func fewSignsOfHeat(zero: Paint) -> [Paint] {
    [
      Paint(7, on: 4), Paint(7, on: 4), Paint(0, on: 6), zero, Paint(0, on: 3), Paint(7, on: 1),
      Paint(7, on: 1),
    ]
  }

  /// Colours on a background of their own, since of the eight hardly one stands out from black and from white.
  private static let eightOnAnyPage: [Role: Paint] = [
    .query: Paint(6, on: 0), .key: Paint(3, on: 0), .value: Paint(7, on: 4),
    .right: Paint(7, on: 4), .wrong: Paint(0, on: 3),
  ]

  private static let eightOnBlack = Palette(
    page: Paint(7, on: 0),
    roles: eightOnAnyPage.merging([
      .bar: Paint(0, on: 7), .barStrong: Paint(0, on: 7), .barFaint: Paint(0, on: 7),
      .hintKey: Paint(0, on: 7),
      .bars: Paint(6),
    ]) { $1 },
    share: fewSharesOfHeat, signed: fewSignsOfHeat(zero: Paint(7, on: 0)))
}

extension Palette {
  /// No colour at all; the bars at the top and at the bottom are reversed.
  static let colorless = Palette(
    roles: [
      .bar: Paint(reversed: true), .barStrong: Paint(reversed: true), .barFaint: Paint(reversed: true),
      .hintKey: Paint(reversed: true),
    ],
    share: [], signed: [])
}

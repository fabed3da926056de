/// Reads the YAML of the course from the events of libyaml: plain and quoted text, lists and maps.
///
/// Everything else that YAML has is refused as it arrives, and depth and size are counted on the way, so that no
/// file can make the reader work longer than its own length.
struct YAMLReader {
  static let deepest = 16
  static let mostNodes = 20_000

  private let events: YAMLEvents
  private var nodeCount = 0
  /// Keys that are written twice: a complaint, but no reason to stop reading.
  private var duplicates: [Fault] = []

  /// Reads a whole file.
  ///
  /// - Throws: The first thing that is not YAML or is not used here.
  static func read(_ source: SourceText) throws(Fault) -> (root: YAMLNode, faults: [Fault]) {
    var reader = YAMLReader(events: YAMLEvents(source))
    let root = try reader.document()
    return (root, reader.duplicates)
  }

  private init(events: YAMLEvents) { self.events = events }

  private mutating func document() throws(Fault) -> YAMLNode {
    let start = try events.next()
    switch start.kind {
    case .documentStart: break
    case .refused(let sentence): throw Fault(place: start.place, sentence: sentence)
    default: throw Fault(place: .start, sentence: "the file is empty")
    }
    let root = try node(from: events.next(), depth: 0)
    _ = try events.next()
    let end = try events.next()
    if case .documentStart = end.kind {
      throw Fault(place: end.place, sentence: "a second document begins here; a file holds one")
    }
    return root
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(Fault) -> YAMLNode {
    try count(event.place)
    switch event.kind {
    case .scalar(let scalar):
      if let (offset, sentence) = unshowable(in: scalar.text) {
        throw Fault(place: scalar.place(at: offset), sentence: sentence)
      }
      return YAMLNode(place: event.place, content: .scalar(scalar))
    case .listStart:
      try goDeeper(depth, event.place)
      return YAMLNode(place: event.place, content: .list(try items(depth: depth + 1)))
    case .mapStart:
      try goDeeper(depth, event.place)
      return YAMLNode(place: event.place, content: .map(try entries(depth: depth + 1)))
    case .refused(let sentence):
      throw Fault(place: event.place, sentence: sentence)
    case .documentStart, .end:
      throw Fault(place: event.place, sentence: "expected a value")
    }
  }

  private mutating func items(depth: Int) throws(Fault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .end = event.kind { return items }
      items.append(try node(from: event, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(Fault) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var seen: Set<String> = []
    while true {
      let event = try events.next()
      if case .end = event.kind { return entries }
      let key = try node(from: event, depth: depth)
      guard let scalar = key.scalar else {
        throw Fault(place: key.place, sentence: "a key is a word, this one is \(key.kind)")
      }
      if scalar.isPlain, scalar.text == "<<" {
        throw Fault(place: key.place, sentence: "merge keys (<<) are not used in lessons: write the keys out")
      }
      let value = try node(from: events.next(), depth: depth)
      if seen.insert(scalar.text).inserted {
        entries.append(YAMLEntry(key: scalar.text, keyPlace: key.place, value: value))
      } else {
        duplicates.add(key.place, "\(scalar.text) is written twice")
      }
    }
  }

  private mutating func count(_ place: Place) throws(Fault) {
    nodeCount += 1
    if nodeCount > Self.mostNodes {
      throw Fault(place: place, sentence: "the file has more than \(Self.mostNodes) values")
    }
  }

  private func goDeeper(_ depth: Int, _ place: Place) throws(Fault) {
    if depth >= Self.deepest {
      throw Fault(place: place, sentence: "lists and maps are nested more than \(Self.deepest) deep")
    }
  }
}

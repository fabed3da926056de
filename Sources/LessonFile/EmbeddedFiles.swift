enum EmbeddedFiles { static let all: [(path: String, text: StaticString)] = [] }

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of ours, with the test target beside it.
func module(
  _ name: String,
  path: String? = nil,
  imports: [Target.Dependency] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name,
    dependencies: imports,
    path: path,
    resources: resources,
    swiftSettings: strict
  )
}

func tests(_ name: String, of imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: imports,
    exclude: exclude,
    swiftSettings: strict
  )
}

let package = Package(
  name: "tarikh",
  products: [
    //.executable(name: "tarikh", targets: ["tarikh"]),
    .library(name: "NewsModel", targets: ["NewsModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Vocabulary: imports nothing of ours.
    module("Chronology"),
    module("ArabicText"),
    module("DataFiles"),

    // Shared models.
    module("NewsModel", imports: ["Chronology"]),
    module(
      "Lexicons",
      imports: ["DataFiles", "ArabicText", "Chronology"],
      resources: [.copy("ar")]
    ),

    // Stages.
    module(
      "ArticleReading",
      imports: ["NewsModel", "Chronology", "ArabicText", "DataFiles"],
      resources: [.copy("furniture.txt")]
    ),

    tests(
      "ArticleReadingTests",
      of: ["ArticleReading", "NewsModel", "Chronology", "DataFiles"],
      exclude: ["Corpus"]
    ),
    tests("ChronologyTests", of: ["Chronology", "DataFiles"], exclude: ["Corpus", "Golden"]),
  ],
  swiftLanguageModes: [.v6]
)

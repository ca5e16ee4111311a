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
    .executable(name: "tarikh", targets: ["tarikh"]),
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

    // Stages: none imports another.
    module(
      "ArticleReading",
      imports: ["NewsModel", "Chronology", "ArabicText", "DataFiles"],
      resources: [.copy("furniture.txt")]
    ),
    module(
      "DateResolution",
      imports: ["NewsModel", "Lexicons", "ArabicText", "Chronology"]
    ),
    module("EventExtraction", imports: ["NewsModel", "Lexicons", "ArabicText", "Chronology"]),
    module("EventFusion", imports: ["NewsModel", "Chronology"]),
    module(
      "Exporting",
      imports: ["NewsModel", "Chronology", "DataFiles"],
      resources: [.copy("plover.tsv")]
    ),

    // Where the stages meet, and the command line.
    module(
      "Reporting",
      imports: [
        "ArticleReading", "DateResolution", "EventExtraction", "EventFusion", "Exporting",
        "Lexicons", "NewsModel",
        "Chronology",
        "DataFiles", "ArabicText",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .executableTarget(
      name: "tarikh",
      dependencies: [
        "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests.
    tests("ChronologyTests", of: ["Chronology", "DataFiles"], exclude: ["Corpus", "Golden"]),
    tests("EventFusionTests", of: ["EventFusion", "NewsModel", "Chronology"]),
    tests("ExportingTests", of: ["Exporting", "NewsModel", "Chronology", "DataFiles"]),
    tests("RepositoryTests", of: []),
    tests("ReportingTests", of: ["Reporting", "NewsModel", "Chronology", "DataFiles"]),
    tests("TarikhTests", of: ["tarikh"]),
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of ours.
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

/// The tests of a target; `exclude` names the folders of data beside them.
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
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(
      name: "Dates",
      targets: ["Chronology", "ArabicText", "DataFiles", "NewsModel", "Lexicons", "DateResolution"]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Vocabulary: imports nothing of ours.
    module("Chronology"),
    module("ArabicText"),
    module("DataFiles"),
    module("Drawing"),
    .systemLibrary(
      name: "CPangoCairo",
      // Its flags bring those of pangoft2, Cairo and Fontconfig along.
      pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]
    ),
    .systemLibrary(
      name: "LibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    // C of ours around libxml2, so that its headers stay out of Swift's sight.
    .target(name: "CLibXML2", dependencies: ["LibXML2"]),
    // C of ours around librsvg, which is loaded only when a sheet carries a drawing.
    .target(name: "CLibRSVG", linkerSettings: [.linkedLibrary("dl")]),

    // Shared models.
    module("NewsModel", imports: ["Chronology"]),
    module(
      "Lexicons",
      imports: ["DataFiles", "ArabicText", "Chronology"],
      resources: [.copy("ar")]
    ),
    module(
      "Styles",
      path: "Styles",
      imports: ["Drawing", "DataFiles", "Yams"],
      resources: ["briefing", "mono", "night", "press", "slide"].map { .copy("\($0).yaml") }
    ),

    // Stages: none imports another.
    module(
      "ArticleReading",
      imports: ["NewsModel", "Chronology", "ArabicText", "DataFiles", "CLibXML2"],
      resources: [.copy("furniture.txt")]
    ),
    module(
      "DateResolution",
      imports: ["NewsModel", "Lexicons", "ArabicText", "Chronology"]
    ),
    module("EventExtraction", imports: ["NewsModel", "Lexicons", "ArabicText", "Chronology"]),
    module("EventFusion", imports: ["NewsModel", "Chronology"]),
    module(
      "EventArchive",
      imports: ["NewsModel", "Chronology", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    module(
      "TimelineLayout",
      imports: ["NewsModel", "Styles", "Drawing", "Chronology", "DataFiles"],
      resources: [.copy("labels")]
    ),
    module("CairoRendering", imports: ["Drawing", "CPangoCairo", "CLibRSVG"]),
    module(
      "Exporting",
      imports: ["NewsModel", "Chronology", "DataFiles"],
      resources: [.copy("plover.tsv"), .copy("export")]
    ),

    // Where the stages meet, and the command line.
    module(
      "Reporting",
      imports: [
        "ArticleReading", "DateResolution", "EventExtraction", "EventFusion", "EventArchive",
        "TimelineLayout", "CairoRendering", "Exporting",
        "Lexicons", "Styles", "NewsModel", "Drawing", "Chronology", "DataFiles", "ArabicText",
        "Yams",
      ],
      resources: [.copy("explanation.tsv"), .copy("event-explanation.tsv"), .copy("preview.tsv")]
    ),
    .executableTarget(
      name: "tarikh",
      dependencies: [
        "Reporting", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests.
    module(
      "LayoutSupport",
      path: "Tests/LayoutSupport",
      imports: ["TimelineLayout", "NewsModel", "Drawing", "Chronology", "DataFiles"],
      resources: [.copy("Samples")]
    ),
    tests("ChronologyTests", of: ["Chronology", "DataFiles"], exclude: ["Corpus", "Golden"]),
    tests("ArabicTextTests", of: ["ArabicText"]),
    tests("DrawingTests", of: ["Drawing"]),
    tests("LexiconsTests", of: ["Lexicons", "ArabicText", "DataFiles", "Chronology"]),
    tests("StylesTests", of: ["Styles", "Drawing", "DataFiles"]),
    tests(
      "ArticleReadingTests",
      of: ["ArticleReading", "NewsModel", "Chronology", "ArabicText", "DataFiles"],
      exclude: ["Corpus"]
    ),
    tests(
      "DateResolutionTests",
      of: ["DateResolution", "NewsModel", "Lexicons", "ArabicText", "Chronology", "DataFiles"],
      exclude: ["Corpus"]
    ),
    tests(
      "EventExtractionTests",
      of: ["EventExtraction", "NewsModel", "Lexicons", "ArabicText", "Chronology", "DataFiles"],
      exclude: ["Corpus"]
    ),
    tests("EventFusionTests", of: ["EventFusion", "NewsModel", "Chronology"]),
    tests(
      "TimelineLayoutTests",
      of: ["TimelineLayout", "LayoutSupport", "NewsModel", "Styles", "Drawing", "Chronology", "DataFiles"],
      exclude: ["Golden"]
    ),
    tests(
      "CairoRenderingTests",
      of: ["CairoRendering", "TimelineLayout", "LayoutSupport", "NewsModel", "Styles", "Drawing", "Chronology", "DataFiles"],
      exclude: ["Golden"]
    ),
    tests("EventArchiveTests", of: ["EventArchive", "NewsModel", "Chronology"]),
    tests("ExportingTests", of: ["Exporting", "NewsModel", "Chronology", "DataFiles"]),
    tests("RepositoryTests", of: []),
    tests("ReportingTests", of: ["Reporting", "NewsModel", "Chronology", "DataFiles"]),
    tests("TarikhTests", of: ["tarikh"]),
  ],
  swiftLanguageModes: [.v6]
)

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
    //module("ArabicText"),
    module("DataFiles"),
    module("Drawing"),
    .systemLibrary(
      name: "CPangoCairo",
      // Its flags bring those of pangoft2, Cairo and Fontconfig along.
      pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]
    ),

    // Shared models.
    module("NewsModel", imports: ["Chronology"]),
    module(
      "Styles",
      path: "Styles",
      imports: ["Drawing", "DataFiles", "Yams"],
      resources: [.copy("briefing.yaml"), .copy("mono.yaml")]
    ),

    // Stages: none imports another.
    module(
      "TimelineLayout",
      imports: ["NewsModel", "Styles", "Drawing", "Chronology", "DataFiles"],
      resources: [.copy("labels")]
    ),
    module("CairoRendering", imports: ["Drawing", "CPangoCairo"]),

    // Timelines and measures that several test targets share.
    module(
      "LayoutSupport",
      path: "Tests/LayoutSupport",
      imports: ["TimelineLayout", "NewsModel", "Drawing", "Chronology", "DataFiles"],
      resources: [.copy("Samples")]
    ),
    tests("DrawingTests", of: ["Drawing"]),
    tests("StylesTests", of: ["Styles", "Drawing", "DataFiles"]),
    tests(
      "TimelineLayoutTests",
      of: [
        "TimelineLayout", "LayoutSupport", "NewsModel", "Styles", "Drawing", "Chronology",
        "DataFiles",
      ],
      exclude: ["Golden"]
    ),
    tests(
      "CairoRenderingTests",
      of: [
        "CairoRendering", "TimelineLayout", "LayoutSupport", "NewsModel", "Styles", "Drawing", "Chronology",
        "DataFiles",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

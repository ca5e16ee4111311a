import Testing

/// Data goes one way through the tool, and imports go down only.
@Suite("Import graph")
struct ImportGraphTests {
  /// What each target may import besides the system's own modules; a new target adds its row.
  static let allowed: [String: Set<String>] = [
    // Vocabulary: imports nothing of ours.
    "Chronology": [],
    "ArabicText": [],
    "Drawing": [],
    "DataFiles": [],
    "CPangoCairo": [],
    "CLibXML2": [],
    "CLibRSVG": [],
    // Shared models.
    "NewsModel": ["Chronology"],
    "Lexicons": ["DataFiles", "ArabicText", "Chronology"],
    "Styles": ["Drawing", "DataFiles", "Yams"],
    // Stages: never one another.
    "ArticleReading": [
      "NewsModel", "Chronology", "DataFiles", "Lexicons", "ArabicText", "CLibXML2",
    ],
    "DateResolution": ["NewsModel", "Lexicons", "ArabicText", "Chronology"],
    "EventExtraction": ["NewsModel", "Lexicons", "ArabicText", "Chronology"],
    "EventFusion": ["NewsModel", "Chronology"],
    "EventArchive": ["NewsModel", "Chronology", "GRDB"],
    "TimelineLayout": ["NewsModel", "Styles", "Drawing", "Chronology", "DataFiles"],
    "CairoRendering": ["Drawing", "CPangoCairo", "CLibRSVG"],
    "Exporting": ["NewsModel", "Chronology", "DataFiles"],
    // Where the stages meet.
    "Reporting": [
      "ArticleReading", "DateResolution", "EventExtraction", "EventFusion", "EventArchive",
      "TimelineLayout", "CairoRendering", "Exporting", "NewsModel", "Lexicons", "Styles",
      "Chronology", "ArabicText", "Drawing", "DataFiles", "Yams",
    ],
    "tarikh": ["Reporting", "ArgumentParser"],
  ]

  /// What every target may import.
  static let system: Set<String> = [
    "Glibc", "Musl", "FoundationEssentials", "Synchronization", "Dispatch",
  ]

  /// The stages, which know nothing of one another.
  static let stages: Set<String> = [
    "ArticleReading", "DateResolution", "EventExtraction", "EventFusion", "EventArchive",
    "TimelineLayout", "CairoRendering", "Exporting",
  ]

  @Test("Every import goes down", arguments: SwiftSource.product)
  func importsGoDown(_ file: SwiftSource) throws {
    let permitted = try #require(
      Self.allowed[file.module],
      "\(file.path): target ‘\(file.module)’ has no row in ImportGraphTests.allowed"
    )
    for (module, line) in file.imports {
      #expect(
        permitted.contains(module) || Self.system.contains(module),
        "\(file.path):\(line): \(file.module) may not import \(module)"
      )
    }
  }

  @Test("The table itself lets no stage import a stage")
  func stagesStandAlone() {
    for stage in Self.stages {
      #expect(Self.allowed[stage, default: []].isDisjoint(with: Self.stages), "\(stage)")
    }
  }

  @Test("The imports of the product are found at all")
  func importsAreFound() {
    #expect(SwiftSource.product.count > 20)
    #expect(SwiftSource.product.flatMap(\.imports).count >= 20)
  }

  @Test(
    "Import lines are read in every form",
    arguments: [
      ("import Chronology", "Chronology"),
      ("  public import NewsModel", "NewsModel"),
      ("@testable import Lexicons", "Lexicons"),
      ("@_exported public import struct Drawing.Scene", "Drawing"),
      ("internal import func Glibc.exit  // to leave", "Glibc"),
    ]
  )
  func formsOfImport(_ line: String, _ module: String) {
    let source = SwiftSource(path: "x.swift", text: "let a = 1\n\(line)\n")
    #expect(source.imports.map(\.module) == [module])
    #expect(source.imports.map(\.line) == [2])
  }

  @Test(
    "What only looks like an import is none",
    arguments: [
      "// import Foundation",
      "/* import Foundation */",
      "let text = \"\"\"\n  import Foundation\n  \"\"\"",
      "let importer = 1",
    ]
  )
  func falseImports(_ text: String) {
    #expect(SwiftSource(path: "x.swift", text: text).imports.isEmpty)
  }
}

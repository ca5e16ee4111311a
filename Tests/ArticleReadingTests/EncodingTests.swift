import ArticleReading
import NewsModel
import Testing

@Suite("Encodings")
struct EncodingTests {
  /// Two sentences with marks that each encoding has elsewhere or not at all.
  static let text = """
    وصل وزير الخارجية، صباح الثلاثاء، إلى العاصمة في زيارة تستمر يومين؛ فهل يوقع الاتفاق؟
    وقال الناطق إن المحادثات التي توقفت في آذار 2019 تستأنف غداً، وأضاف أن الطرفين متفقان.

    """

  static let forms: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16 LE with a mark", [0xFF, 0xFE] + units(isBig: false)),
    ("UTF-16 BE with a mark", [0xFE, 0xFF] + units(isBig: true)),
    ("UTF-16 LE", units(isBig: false)),
    ("UTF-16 BE", units(isBig: true)),
    ("Windows-1256", singleByte(windows)),
    ("ISO 8859-6", singleByte(iso)),
  ]

  @Test("One text in eight encodings", arguments: forms)
  func sameText(_ name: String, _ bytes: [UInt8]) {
    #expect(article("a.txt", bytes)?.text == Self.text)
  }

  @Test(
    "A page whose declaration is wrong",
    arguments: ["windows-1256", "utf-8", "iso-8859-6", ""]
  )
  func wrongDeclaration(_ name: String) {
    for form in Self.forms {
      let head = "<html><head><meta charset=\"\(name)\"></head><body><p>"
      let isWide = form.0.hasPrefix("UTF-16")
      // Only the whole file can be in UTF-16.
      if isWide { continue }
      let page = Array(head.utf8) + form.1 + Array("</p></body></html>".utf8)
      let lines = Self.text.split(separator: "\n").joined(separator: " ")
      #expect(article("a.html", page)?.text.replacing("\u{FEFF}", with: "") == lines, "\(form.0)")
    }
  }

  @Test("A page in UTF-16 that says it is UTF-8")
  func widePage() {
    let page = "<html><head><meta charset=utf-8></head><body><p>\(Self.text)</p></body></html>"
    let bytes = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(article("a.html", bytes)?.text.hasPrefix("وصل وزير الخارجية، صباح") == true)
  }

  @Test("What is not sure is set aside")
  func unsure() {
    // Russian in Windows-1251, Arabic in DOS 720, UTF-8 cut in the middle, a few letters.
    let russian: [UInt8] = [
      0xCC, 0xE8, 0xED, 0xE8, 0xF1, 0xF2, 0xF0, 0x20, 0xE8, 0xED, 0xEE, 0xF1, 0xF2, 0xF0, 0xE0,
      0xED,
      0xED, 0xFB, 0xF5, 0x20, 0xE4, 0xE5, 0xEB, 0x20, 0xEF, 0xF0, 0xE8, 0xE1, 0xFB, 0xEB, 0x20,
      0xE2,
      0x20, 0xF1, 0xF2, 0xEE, 0xEB, 0xE8, 0xF6, 0xF3, 0x20, 0xF1, 0x20, 0xE2, 0xE8, 0xE7, 0xE8,
      0xF2,
    ]
    let dos: [UInt8] = [
      0xE8, 0xAB, 0xEB, 0x20, 0xE8, 0xAF, 0xF1, 0xA9, 0x20, 0x9F, 0xEB, 0xA6, 0x9F, 0xA9, 0xA2,
      0xF1,
      0xA4, 0x20, 0x9F, 0xEB, 0xF0, 0x20, 0x9F, 0xEB, 0xE2, 0x9F, 0xAB, 0xEC, 0xA4, 0x20, 0xE9,
      0xF1,
      0x20, 0xAF, 0xF1, 0x9F, 0xA9, 0xA4, 0x20, 0xA9, 0xAB, 0xEC, 0xF1, 0xA4, 0x20, 0xA4, 0xAB,
      0xA4,
    ]
    var broken = Array(Self.text.utf8)
    broken[31] = 0xFF
    let unknown = [
      russian, dos, broken, [0xC7, 0xE1], [0xFF, 0xFE, 0, 0, 0x27, 6, 0, 0], [0, 1, 2],
    ]
    for bytes in unknown {
      #expect(fault("a.txt", bytes) == "not-utf8", "\(bytes.prefix(8))")
      #expect(fault("a.html", bytes) == "not-utf8", "\(bytes.prefix(8))")
    }
  }

  @Test("Letters that were decoded wrongly and saved again are told")
  func garbled() {
    // UTF-8 read as Windows-1256, and as Latin-1.
    let arabic = Self.text.utf8.map { byte -> String in
      guard byte >= 0x80 else { return String(UnicodeScalar(byte)) }
      return Unicode.Scalar(Self.windows.first { $0.value == byte }?.key ?? 0xA7).map(String.init)
        ?? ""
    }.joined()
    let latin = String(String.UnicodeScalarView(Self.text.utf8.map { Unicode.Scalar($0) }))
    #expect(fault("a.txt", Array(arabic.utf8)) == "garbled-text")
    #expect(fault("a.txt", Array(latin.utf8)) == "garbled-text")
  }

  @Test("A declaration counts where letters are few")
  func fewLetters() {
    let word: [UInt8] = [
      0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xC7, 0xE1, 0xE4, 0xC7, 0xC6, 0xC8,
    ]
    func page(_ name: String) -> [UInt8] {
      Array("<meta charset=\"\(name)\"><p>".utf8) + word + Array("</p>".utf8)
    }
    #expect(article("a.html", page("Windows-1256"))?.text == "الوزير النائب")
    #expect(fault("a.html", page("utf-8")) == "not-utf8")
  }

  // MARK: - Writing the encodings

  private static func units(isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  private static func singleByte(_ table: [UInt32: UInt8]) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : table[scalar.value] ?? UInt8(ascii: "?")
    }
  }

  /// The letters of the text in ISO 8859-6, where they stand as in Unicode.
  private static let iso: [UInt32: UInt8] = Dictionary(
    uniqueKeysWithValues: (0x60C...0x652).map { ($0, UInt8($0 - 0x60C) + 0xAC) }
  )

  /// The same in Windows-1256.
  private static let windows: [UInt32: UInt8] = {
    let letters = "ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü"
    var table: [UInt32: UInt8] = [0x60C: 0xA1, 0x61B: 0xBA, 0x61F: 0xBF]
    for (index, scalar) in letters.unicodeScalars.enumerated() {
      table[scalar.value] = UInt8(0xC1 + index)
    }
    return table
  }()

  private func article(_ name: String, _ bytes: [UInt8]) -> Article? {
    guard case .article(let article, _)? = record(name, bytes) else { return nil }
    return article
  }

  private func fault(_ name: String, _ bytes: [UInt8]) -> String? {
    guard case .fault(let fault)? = record(name, bytes) else { return nil }
    return fault.reason.code
  }

  private func record(_ name: String, _ bytes: [UInt8]) -> ArticleRecord? {
    var records: [ArticleRecord] = []
    TestFolder.temporary { folder in
      TestFolder.write(bytes, to: "\(folder)/\(name)")
      ArticleReader(furniture: .none).read("\(folder)/\(name)") { records.append($0) }
    }
    return records.first
  }
}

import Testing

@testable import Exporting

/// The bytes of JSON.
@Suite("JSON writer")
struct WriterTests {
  private func written(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.text
  }

  @Test("Commas stand between values and nowhere else")
  func commas() {
    var writer = JSONWriter(reserving: 64)
    writer.beginObject()
    writer.key("a")
    writer.integer(-12)
    writer.key("b")
    writer.beginArray()
    writer.string("x")
    writer.bool(true)
    writer.null()
    writer.beginArray()
    writer.endArray()
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.key("c")
    writer.string(nil)
    writer.endObject()
    writer.endLine()
    writer.beginArray()
    writer.endArray()
    #expect(writer.text == #"{"a":-12,"b":["x",true,null,[],{}],"c":null}"# + "\n[]")
    writer.removeAll()
    writer.bool(false)
    #expect(writer.text == "false")
  }

  @Test("Quotes, backslashes and control characters are escaped at every place of a word")
  func escapes() {
    #expect(written("") == "\"\"")
    #expect(written("a\"b\\c") == #""a\"b\\c""#)
    #expect(written("\n\r\t\u{8}\u{c}\u{0}\u{1f}") == #""\n\r\t\b\f\u0000\u001f""#)
    #expect(written("\u{7f}/\u{2028}") == "\"\u{7f}/\u{2028}\"")
    for place in 0..<20 {
      for (character, escape) in [("\"", #"\""#), ("\\", #"\\"#), ("\u{1}", #"\u0001"#)] {
        let before = String(repeating: "ب", count: place)
        let after = String(repeating: " !#[", count: 5)
        #expect(written(before + character + after) == "\"\(before)\(escape)\(after)\"")
      }
    }
  }

  @Test("Letters of any script stay as they are")
  func letters() {
    let text = "لقاءٌ في «بغداد» 👨‍👩‍👧 東京 — €"
    #expect(written(text) == "\"\(text)\"")
  }

  @Test("What JSON cannot say is null")
  func numbers() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.number(0.9)
    writer.number(1)
    writer.number(.nan)
    writer.number(.infinity)
    writer.number(-.infinity)
    writer.number(nil)
    writer.integer(nil)
    writer.integer(.min)
    writer.endArray()
    #expect(writer.text == "[0.9,1.0,null,null,null,null,null,-9223372036854775808]")
  }
}

/// Code points of UTF-8 offsets.
@Suite("Code points")
struct CodePointTests {
  @Test("Counted as Unicode scalars, marks and emoji too")
  func counts() {
    // Letter and mark, an emoji of five scalars, a letter.
    let text = "بً👨‍👩‍👧x"
    var offset = 0
    var point = 0
    for scalar in text.unicodeScalars {
      #expect(CodePointIndex([offset], in: text)[offset] == point)
      offset += String(scalar).utf8.count
      point += 1
    }
    #expect(CodePointIndex([offset], in: text)[offset] == text.unicodeScalars.count)
  }

  @Test("Any offsets of a long text, in any order, as counted one by one")
  func long() {
    let text = String(repeating: "أعلن abc\u{301} 🇮🇶، ", count: 40)
    var truth: [Int: Int] = [:]
    var offset = 0
    for (point, scalar) in text.unicodeScalars.enumerated() {
      truth[offset] = point
      offset += String(scalar).utf8.count
    }
    let index = CodePointIndex(truth.keys, in: text)
    for (offset, point) in truth { #expect(index[offset] == point) }
  }

  @Test("Offsets outside the text are held, those inside a character count as after it")
  func odd() {
    let index = CodePointIndex([-5, 0, 1, 2, 4, 4, 900], in: "اب")
    #expect([-5, 0, 1, 2, 4, 900].map { index[$0] } == [0, 0, 1, 1, 2, 2])
    #expect(CodePointIndex([], in: "اب")[3] == 0)
    #expect(CodePointIndex([3], in: "")[3] == 0)
  }
}

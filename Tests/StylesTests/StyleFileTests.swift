import DataFiles
import Drawing
import Styles
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Style files")
struct StyleFileTests {
  /// The fault a file of this content is refused with.
  private func fault(_ yaml: String, _ name: String = "a.yaml") throws -> StyleError? {
    let file = try write(yaml, name)
    do {
      _ = try StyleFile().style(file)
      return nil
    } catch let error as StyleError {
      return error
    }
  }

  private func write(_ yaml: String, _ name: String) throws -> String {
    var template = Array("/tmp/tarikh-styles-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    try AtomicFile.write(Array(yaml.utf8), to: "\(folder)/\(name)")
    return "\(folder)/\(name)"
  }

  @Test(
    "Every style that ships loads, and its text can be read",
    arguments: ["briefing", "mono", "night", "press", "slide"]
  )
  func shipped(_ name: String) throws {
    let style = try StyleFile().style(name)
    #expect(style.name == name)
    for (role, text) in style.text.all {
      let ratio = style.colors[text.color].contrast(with: style.colors.ground)
      #expect(ratio >= 4.5, "text.\(role)")
    }
    for (family, look) in style.families {
      #expect(look.color.contrast(with: style.colors.ground) >= 4.5, "families.\(family)")
    }
    let shapes = Set(style.families.values.map(\.shape))
    #expect(shapes.count == style.families.count, "no family is told by colour alone")
  }

  @Test("The folder's styles are listed")
  func names() throws {
    let names = try StyleFile().names
    #expect(names == ["briefing", "mono", "night", "press", "slide"])
  }

  @Test("A slide is 16:9, and its type is larger than a sheet's")
  func slide() throws {
    let slide = try StyleFile().style("slide")
    let sheet = try StyleFile().style("briefing")
    #expect(abs(slide.page.width / slide.page.height - 16.0 / 9) < 0.01)
    for (large, small) in zip(slide.text.all, sheet.text.all) {
      #expect(large.text.size > small.text.size, "text.\(large.name)")
    }
  }

  @Test("A style overrides what it says and keeps the rest")
  func extends() throws {
    let file = try write("extends: briefing\nname: mine\ntext: {title: {size: 30}}\n", "mine.yaml")
    let style = try StyleFile().style(file)
    let base = try StyleFile().style("briefing")
    #expect(style.name == "mine")
    #expect(style.text.title.size == 30)
    #expect(style.text.title.line == base.text.title.line)
    #expect(style.colors == base.colors)
  }

  @Test("An unknown key names its line and what was meant")
  func unknownKey() throws {
    let error = try fault("extends: briefing\ncolors:\n  acent: \"#000000\"\n")
    guard case .unknownKey(_, 3, "acent", "accent") = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test("Anchors and aliases are refused before they are read")
  func alias() throws {
    let bomb = "a: &a [1,1]\nb: &b [*a,*a]\n"
    guard case .alias(_, 1) = try fault(bomb) else {
      Issue.record("not refused")
      return
    }
    #expect(try fault("extends: briefing\nname: \"a & b * c\" # and so on\n") == nil)
  }

  @Test("Wrong values name their line")
  func values() throws {
    guard case .value(_, 3, "colors.ink", _) = try fault("extends: briefing\ncolors:\n  ink: red\n")
    else {
      Issue.record("a colour that is none was taken")
      return
    }
    guard case .value = try fault("extends: briefing\npage: {width: wide}\n") else {
      Issue.record("a width that is none was taken")
      return
    }
  }

  @Test("Text that is hard to read is refused")
  func contrast() throws {
    let pale = "extends: briefing\ncolors: {muted: \"#aaaaaa\"}\n"
    guard case .contrast = try fault(pale) else {
      Issue.record("pale text was taken")
      return
    }
  }

  @Test("Unknown names, missing files, circles and broken YAML are told apart")
  func others() throws {
    #expect(throws: StyleError.self) { try StyleFile().style("brefing") }
    #expect(throws: StyleError.unreadable(file: "/nowhere/x.yaml")) {
      try StyleFile().style("/nowhere/x.yaml")
    }
    guard case .syntax = try fault("a: [1\n") else {
      Issue.record("broken YAML was taken")
      return
    }
    guard case .missingKey = try fault("name: x\n") else {
      Issue.record("an empty style was taken")
      return
    }
    let file = try write("x", "self.yaml")
    try AtomicFile.write(Array("extends: \(file)\n".utf8), to: file)
    guard case .circle? = (try? StyleFile().style(file)) == nil ? try refusal(file) : nil else {
      Issue.record("a circle was taken")
      return
    }
  }

  private func refusal(_ file: String) throws -> StyleError? {
    do {
      _ = try StyleFile().style(file)
      return nil
    } catch let error as StyleError {
      return error
    }
  }
}

@Suite("Whole files or none")
struct AtomicFileTests {
  @Test("A file is written, replaced, and keeps its rights")
  func write() throws {
    var template = Array("/tmp/tarikh-file-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = "\(folder)/a"
    try AtomicFile.write([1, 2], to: path)
    chmod(path, 0o640)
    try AtomicFile.write([3], to: path)
    #expect(try DataFolder(path: folder).bytes(of: "a") == [3])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(try DataFolder(path: folder).files(in: ".") == ["a"], "no leftovers")
  }

  @Test("A folder that is not there is told with the system's number")
  func missingFolder() {
    #expect(
      throws: FileWriteError(path: "/nowhere/a", step: .create, errno: ENOENT)
    ) { try AtomicFile.write([1], to: "/nowhere/a") }
  }
}

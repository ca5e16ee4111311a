/// A whole document, laid out: what to draw, where, and what it means.
///
/// Layout makes it, a renderer only follows it, and it prints as text (``Scene/dump``), so that a
/// test can compare it without any font or image.
public struct Scene: Hashable, Sendable {
  /// What the document says of itself.
  public var metadata: DocumentMetadata
  /// The pages in order.
  public var pages: [Page]
  /// The entries of the outline, in order.
  public var outline: [OutlineEntry]

  /// A document.
  public init(
    metadata: DocumentMetadata,
    pages: [Page] = [],
    outline: [OutlineEntry] = []
  ) {
    self.metadata = metadata
    self.pages = pages
    self.outline = outline
  }
}

/// What a document says of itself.
public struct DocumentMetadata: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Who issues it.
  public var author: String
  /// What it is about, in one line.
  public var subject: String
  /// When it was made, as `2021-07-28T00:00:00Z`; never the clock's, so that bytes repeat.
  public var created: String
  /// The language as BCP 47 writes it.
  public var language: String
  /// The way its pages read.
  public var direction: TextDirection
  /// What its chart shows, in words, for those who cannot see it.
  public var figure: String
  /// What its logo, the first figure, shows in words; `nil` when it has none.
  public var logo: String?

  /// What a document says of itself.
  public init(
    title: String,
    author: String,
    subject: String,
    created: String,
    language: String,
    direction: TextDirection,
    figure: String = "",
    logo: String? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.created = created
    self.language = language
    self.direction = direction
    self.figure = figure
    self.logo = logo
  }
}

/// One page.
public struct Page: Hashable, Sendable {
  /// Its extent in points.
  public var size: Size
  /// The colour of the paper.
  public var ground: Color
  /// What is on it, the lowest first.
  public var items: [SceneItem]

  /// A page.
  public init(size: Size, ground: Color, items: [SceneItem] = []) {
    self.size = size
    self.ground = ground
    self.items = items
  }
}

/// An entry of the outline.
public struct OutlineEntry: Hashable, Sendable {
  /// What it says.
  public var title: String
  /// How deep it is; 0 is the top.
  public var level: Int
  /// The page it leads to, counted from 0.
  public var page: Int
  /// The height on that page, in points from the top.
  public var y: Double

  /// An entry.
  public init(title: String, level: Int, page: Int, y: Double) {
    self.title = title
    self.level = level
    self.page = page
    self.y = y
  }
}

/// One thing on a page.
public struct SceneItem: Hashable, Sendable {
  /// What it belongs to (`axis`, `label/ev-3f…`), for tests and for people who read dumps.
  public var group: String
  /// What it is.
  public var content: SceneContent

  /// A thing of a group.
  public init(group: String, _ content: SceneContent) {
    self.group = group
    self.content = content
  }
}

/// What can be on a page.
public enum SceneContent: Hashable, Sendable {
  /// Words.
  case text(PlacedText)
  /// A straight line.
  case line(from: Point, to: Point, stroke: Stroke)
  /// A line that bends, or the outline of a shape.
  case curve(Path, stroke: Stroke?, fill: Color?)
  /// A rectangle, its corners rounded by a radius.
  case box(Rect, fill: Color?, stroke: Stroke?, radius: Double)
  /// The sign of an event.
  case mark(Mark)
  /// A hatched bar.
  case hatch(Hatch)
  /// A picture that fills a rectangle.
  case picture(Picture, in: Rect)
  /// A place that links can lead to.
  case destination(name: String, at: Point)
  /// The begin of a part of the document's structure.
  case open(StructureTag)
  /// The end of the part begun last.
  case close
}

/// A block with its place.
public struct PlacedText: Hashable, Sendable {
  /// The words and how they look.
  public var block: TextBlock
  /// The upper left corner of the block, whichever way it reads.
  public var origin: Point
  /// The block's extent as it was measured; a block without a width has its text's own.
  public var size: Size
  /// Where a click leads.
  public var link: Link?

  /// A block at a place.
  public init(block: TextBlock, origin: Point, size: Size, link: Link? = nil) {
    self.block = block
    self.origin = origin
    self.size = size
    self.link = link
  }

  /// The rectangle the text keeps to.
  public var box: Rect {
    Rect(x: origin.x, y: origin.y, width: size.width, height: size.height)
  }
}

/// Where a click leads.
public enum Link: Hashable, Sendable {
  /// An address on the web.
  case address(String)
  /// A destination of the same document.
  case destination(String)
}

/// A part of the document's structure, as tagged PDF names it.
public enum StructureTag: String, Hashable, Sendable {
  case heading1 = "H1"
  case heading2 = "H2"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case figure = "Figure"
  case section = "Sect"
}

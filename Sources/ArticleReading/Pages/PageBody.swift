/// Finds the text of the article on a page.
///
/// Three steps, after the boilerplate removers of Kohlschütter et al. (2010, shallow text features)
/// and Pasternack and Roth (2009, the subtree that holds most text and least else): leave out what
/// the page itself calls no article, go down the tree as long as one child holds nearly all of the
/// prose, and keep of that what is no link. The blocks before the first sentence (section, byline,
/// date) and after the last (tags, sources) go.
struct PageBody: Sendable {
  /// The text, a block a line.
  let text: String
  /// The nodes of the page that were left out.
  let leftOut: Set<Int>

  /// The body of a page.
  ///
  /// - Parameter title: the headline, which is not repeated.
  init(of tree: MarkupTree, title: String?) {
    let all = PageBlocks(tree) { PageCues.skipped.contains(tree.nodes[$0].name) }
    let whole = all.blocks.reduce(0) { $0 + ($1.isProse ? $1.text.count : 0) }
    let heads = tree.nodes.indices.filter { tree.nodes[$0].name == "h1" }
    var leftOut = NextArticles(tree, all, title: title).roots
    for index in tree.nodes.indices where !tree.nodes[index].isText {
      let holdsHead = Self.hasElement(of: heads, index, tree.nodes[index].end)
      if Self.isAside(tree, index, all, whole, holdsHead) { leftOut.insert(index) }
    }
    let kept = PageBlocks(tree) { leftOut.contains($0) }
    let blocks = Self.container(tree, kept).map { kept.blocks(in: $0) } ?? kept.blocks[...]
    self.leftOut = leftOut
    text = Self.text(of: blocks, title: title)
  }

  private static func hasElement(of sorted: [Int], _ lower: Int, _ upper: Int) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < lower { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] < upper
  }

  private static func isAside(
    _ tree: MarkupTree,
    _ index: Int,
    _ all: PageBlocks,
    _ whole: Int,
    _ holdsHead: Bool
  ) -> Bool {
    let node = tree.nodes[index]
    if PageCues.skipped.contains(node.name) { return true }
    if ["html", "body", "main", "article"].contains(node.name) || holdsHead { return false }
    guard let kind = PageCues.kind(of: node) else { return false }
    // A name that fits nearly the whole text says something else: `has-sidebar`, `comments-open`.
    let limit = kind == .comments ? 9 : 5
    return all.prose(in: index) * 10 <= whole * limit
  }

  // MARK: - The element that holds the article

  private static let containers: Set<String> = [
    "html", "body", "main", "article", "section", "div", "center", "table", "tbody", "tr", "td",
    "span", "font", "header", "ul", "ol",
  ]

  private static func container(_ tree: MarkupTree, _ kept: PageBlocks) -> Int? {
    guard var index = tree.nodes.indices.first(where: { tree.nodes[$0].parent == -1 }) else {
      return nil
    }
    // A fragment has several roots; a page has one.
    let roots = tree.nodes.indices.filter { tree.nodes[$0].parent == -1 && !tree.nodes[$0].isText }
    index = roots.max { kept.prose(in: $0) < kept.prose(in: $1) } ?? index
    let whole = kept.prose(in: index)
    let named = tree.nodes.indices.first { number in
      tree.nodes[number].hasProperty("articleBody") && kept.prose(in: number) * 2 >= whole
    }
    index = named ?? index
    while true {
      let children = tree.children(of: index).filter { containers.contains(tree.nodes[$0].name) }
      guard let best = children.max(by: { kept.prose(in: $0) < kept.prose(in: $1) }),
        kept.prose(in: best) > 0, kept.prose(in: best) * 5 >= kept.prose(in: index) * 4,
        // One long paragraph in an element of its own is not yet the article.
        kept.sentences(in: best) > 1 || kept.sentences(in: index) == 1
      else { return index }
      index = best
    }
  }

  // MARK: - The text

  private static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]

  /// The blocks from the first sentence to the last, without links and the headline.
  private static func text(of blocks: ArraySlice<PageBlock>, title: String?) -> String {
    let title = title.map { Array($0.utf8) }
    let told = blocks.filter { !$0.isPointing && $0.element != "h1" && $0.text != title }
    let first = told.firstIndex(where: \.isProse) ?? told.startIndex
    let last = told.lastIndex(where: \.isProse) ?? (told.endIndex - 1)
    guard first <= last else { return "" }
    return joined(told[first...last])
  }

  /// The lines of blocks.
  static func joined(_ blocks: some Sequence<PageBlock>) -> String {
    var text: [UInt8] = []
    for block in blocks {
      if !text.isEmpty { text.append(0x0A) }
      text += block.text
    }
    return String(decoding: text, as: UTF8.self)
  }
}

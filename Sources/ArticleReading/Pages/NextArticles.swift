/// Finds the articles that a page goes on with below its own, as endless pages do.
///
/// Each stands in a wrapper of its own beside that of the first, with a headline of the same level.
/// Nothing is left out unless one of the headlines is the page's own, and its wrapper holds sentences:
/// headlines of that level inside one article are siblings of its text, and have no wrappers.
struct NextArticles {
  /// The wrappers of the other articles.
  private(set) var roots: Set<Int> = []

  /// The others on a page.
  ///
  /// - Parameter title: the headline of the page's own article.
  init(_ tree: MarkupTree, _ all: PageBlocks, title: String?) {
    guard let title else { return }
    for level in ["h1", "h2"] {
      let heads = tree.nodes.indices.filter { tree.nodes[$0].name == level }
      // A page of hundreds of headlines is a list, and searching it would take long.
      guard (2...100).contains(heads.count) else { continue }
      let own = heads.first { HTMLFragment.line(of: tree.text(in: $0)) == title }
      guard let own else { continue }
      let wrapper = Self.wrapper(of: own, among: heads, tree)
      guard wrapper != own, all.sentences(in: wrapper) > 1 else { continue }
      for other in heads where other != own {
        let root = Self.wrapper(of: other, among: heads, tree)
        let isAlike =
          tree.nodes[root].name == tree.nodes[wrapper].name
          && tree.nodes[root].parent == tree.nodes[wrapper].parent
        if root != other, isAlike { roots.insert(root) }
      }
      return
    }
  }

  /// The outermost element that holds a headline and no other of its level.
  private static func wrapper(of head: Int, among heads: [Int], _ tree: MarkupTree) -> Int {
    var wrapper = head
    while true {
      let parent = tree.nodes[wrapper].parent
      guard parent >= 0 else { return wrapper }
      let range = parent..<tree.nodes[parent].end
      if heads.contains(where: { $0 != head && range.contains($0) }) { return wrapper }
      wrapper = parent
    }
  }
}

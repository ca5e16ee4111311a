/// A piece of HTML without a page around it: a feed's item, a headline with a reference in it.
enum HTMLFragment {
  /// The text, a paragraph a line, without links that stand alone and what is no text.
  static func text(of html: String) throws(ArticleFault.Reason) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return PageBody.joined(plainBlocks(html))
    }
    let tree = try MarkupTree(html: Array(html.utf8))
    let blocks = PageBlocks(tree) { index in
      let node = tree.nodes[index]
      return PageCues.skipped.contains(node.name) || PageCues.kind(of: node) != nil
    }
    let told = blocks.blocks.filter { !$0.isPointing && !isCredit($0) }
    return PageBody.joined(told.isEmpty ? blocks.blocks : told)
  }

  /// The text on one line; the markup as it stands when it cannot be read.
  static func line(of html: String) -> String {
    let text = (try? text(of: html)) ?? html
    return String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The lines of text that has no markup.
  private static func plainBlocks(_ text: String) -> [PageBlock] {
    Array(text.utf8).split(separator: 0x0A).compactMap { line in
      var block = PageBlock(node: 0, element: "")
      block.append(line, isPointer: false)
      return block.trimmed
    }
  }

  /// What WordPress puts under every item of a feed: “The post … appeared first on …”.
  private static func isCredit(_ block: PageBlock) -> Bool {
    let text = String(decoding: block.text, as: UTF8.self)
    return text.hasPrefix("The post ") && text.contains(" appeared first on ")
  }
}

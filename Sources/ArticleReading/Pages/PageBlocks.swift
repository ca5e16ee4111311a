/// The blocks of a page in their order, and how much of them each element holds.
struct PageBlocks: Sendable {
  private let tree: MarkupTree
  /// The blocks that were not left out.
  private(set) var blocks: [PageBlock] = []
  /// The prose before each node, in bytes; one more than there are nodes.
  private var proseBefore: [Int] = []
  /// The same in blocks.
  private var sentencesBefore: [Int] = []

  /// The blocks of a tree.
  ///
  /// - Parameters:
  ///   - index: the element whose blocks are wanted; `nil` for all.
  ///   - leavesOut: whether the subtree of a node is passed over.
  init(_ tree: MarkupTree, of index: Int? = nil, leavesOut: (Int) -> Bool) {
    self.tree = tree
    collect(index.map { ($0 + 1)..<tree.nodes[$0].end } ?? tree.nodes.indices, leavesOut)
    var next = 0
    var prose = 0
    var sentences = 0
    proseBefore = [0]
    sentencesBefore = [0]
    proseBefore.reserveCapacity(tree.nodes.count + 1)
    sentencesBefore.reserveCapacity(tree.nodes.count + 1)
    for index in tree.nodes.indices {
      while next < blocks.count, blocks[next].node == index {
        if blocks[next].isProse {
          prose += blocks[next].text.count
          sentences += 1
        }
        next += 1
      }
      proseBefore.append(prose)
      sentencesBefore.append(sentences)
    }
  }

  private mutating func collect(_ range: Range<Int>, _ leavesOut: (Int) -> Bool) {
    // The open elements: where each ends, its name, whether it is a block and inside a pointer.
    var open: [(end: Int, name: String, isBlock: Bool, points: Bool)] = []
    var block: PageBlock?
    func close() {
      if let done = block?.trimmed { blocks.append(done) }
      block = nil
    }
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, last.end <= index {
        if last.isBlock { close() }
        open.removeLast()
      }
      let node = tree.nodes[index]
      let points = open.last?.points ?? false
      if node.isText {
        if block == nil {
          let around = open.last { $0.isBlock }?.name ?? ""
          block = PageBlock(node: index, element: around)
        }
        block?.append(tree.text(of: node), isPointer: points)
        index += 1
        continue
      }
      if leavesOut(index) {
        if PageCues.blocks.contains(node.name) { close() }
        index = node.end
        continue
      }
      let isBlock = PageCues.blocks.contains(node.name)
      if isBlock { close() }
      let isPointer = points || node.name == "a" || node.name == "time"
      open.append((node.end, node.name, isBlock, isPointer))
      index += 1
    }
    close()
  }

  /// How many bytes of prose an element holds.
  func prose(in index: Int) -> Int {
    proseBefore[tree.nodes[index].end] - proseBefore[index]
  }

  /// How many blocks of prose an element holds.
  func sentences(in index: Int) -> Int {
    sentencesBefore[tree.nodes[index].end] - sentencesBefore[index]
  }

  /// The blocks that begin inside an element.
  func blocks(in index: Int) -> ArraySlice<PageBlock> {
    let end = tree.nodes[index].end
    let first = blocks.firstIndex { $0.node >= index } ?? blocks.endIndex
    let last = blocks[first...].firstIndex { $0.node >= end } ?? blocks.endIndex
    return blocks[first..<last]
  }
}

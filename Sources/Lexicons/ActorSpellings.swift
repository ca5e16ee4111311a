import ArabicText
import DataFiles

// What follows from the rows of the gazetteer without standing in them.
extension ActorLexicon {
  /// Each word of the adjective is inflected alike: «كوري جنوبي», «الكورية الجنوبية».
  mutating func addNationality(
    _ form: ArraySlice<UInt8>,
    _ entry: Int32,
    kind: ActorSense.Kind
  ) {
    let text = FoldedText(utf8: Array(form))
    let words = text.tokens.map { WordForms.nationality(text.letters(of: $0)) }
    guard let first = words.first else { return }
    for (index, form) in first.enumerated() {
      let parallel = words.allSatisfy { index < $0.count }
      guard parallel else { continue }
      add(
        words.map { $0[index].hash },
        ActorSense(
          kind: kind,
          entry: entry,
          number: form.number,
          definite: form.shape == .definite
        )
      )
    }
  }

  /// Newsrooms write a foreign g as غ, ج, ق or ك: «أردوغان», «أردوجان».
  ///
  /// A spelling that is already someone's stays his.
  mutating func spellForeignG(of persons: [GazetteerRows.Entry]) {
    let ghain: [UInt8] = [0xD8, 0xBA]
    let others: [[UInt8]] = [[0xD8, 0xAC], [0xD9, 0x82], [0xD9, 0x83]]
    for person in persons {
      guard person.row.bytes(of: 3).contains(where: { $0 | 0x20 == UInt8(ascii: "g") }) else {
        continue
      }
      let form = Array(person.row.bytes(of: 4))
      let places = form.indices.dropLast().filter {
        form[$0] == ghain[0] && form[$0 + 1] == ghain[1]
      }
      let number = entry(id: person.id)
      guard !places.isEmpty, number >= 0 else { continue }
      let sense = ActorSense(
        kind: person.row[1] == "surname" ? .surname : .person,
        entry: number,
        number: .single,
        definite: false
      )
      for letter in others {
        var spelled = form
        for place in places { spelled.replaceSubrange(place...(place + 1), with: letter) }
        let words = FoldedText.wordHashes(utf8: spelled[...])
        let isTaken = words.count == 1 && words.allSatisfy { phrases.payload(of: $0) >= 0 }
        if !isTaken { add(words, sense) }
      }
    }
  }
}

import Chronology
import DataFiles

/// Tells what was proved of articles without a date, in one language.
struct ProofWords: Sendable {
  private let words: ExplanationWords

  /// The words of a language, `ar` or `en`.
  init(language: String) throws(Fault) {
    do throws(DataFileError) {
      words = try ExplanationWords(language: language)
    } catch {
      throw Fault(error)
    }
  }

  /// A finding in a line, with the question to ask where no day is proved.
  func text(of finding: DateProof.Finding) -> String {
    var blanks = ["article": finding.article, "proof": proof(of: finding)]
    if let day = finding.day {
      blanks["day"] = day.description
      return words.text("proof.day", blanks)
    }
    blanks["question"] = words.text("proof.question")
    if let first = finding.days.first, let last = finding.days.last {
      blanks["first"] = first.description
      blanks["last"] = last.description
      return words.text("proof.between", blanks)
    }
    guard let bound = finding.notBefore else { return words.text("proof.none", blanks) }
    blanks["day"] = bound.description
    return words.text("proof.bound", blanks)
  }

  /// A stamp that the text proves to be late, in a line.
  func text(of stamp: LateStamp) -> String {
    words.text(
      "proof.stamp",
      [
        "article": stamp.article, "day": stamp.day.description, "given": stamp.given.description,
        "phrase": stamp.phrase,
      ]
    )
  }

  /// Why; empty when nothing is proved.
  func proof(of finding: DateProof.Finding) -> String {
    guard !finding.reasons.isEmpty else { return "" }
    let parts = finding.reasons.map { reason in
      switch reason {
      case .same(let phrase, let other, let article):
        words.text("proof.same", ["phrase": phrase, "other": other, "article": article])
      case .after(let latest): words.text("proof.after", ["latest": latest])
      case .lead(let phrase): words.text("proof.lead", ["phrase": phrase])
      }
    }
    return words.text("proof.for", ["reasons": parts.joined(separator: words.text("list"))])
  }

  /// The finding as the manifest keeps it.
  func dating(of finding: DateProof.Finding) -> Manifest.Dating {
    Manifest.Dating(
      article: finding.article,
      day: finding.day?.description,
      first: (finding.days.first ?? finding.notBefore)?.description,
      last: finding.days.last?.description,
      proof: proof(of: finding)
    )
  }
}

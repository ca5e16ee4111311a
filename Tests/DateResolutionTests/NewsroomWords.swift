/// Month and weekday names as newsrooms write them, apart from the tables under test.
enum MonthNames {
  static let levantine = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
    "تشرين الأول", "تشرين الثاني", "كانون الأول",
  ]
  static let gulf = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
  ]
  static let maghreb = [
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
  ]
  static let morocco = [
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
    "نونبر", "دجنبر",
  ]
  static let mauritania = [
    "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر",
    "نوفمبر", "دجمبر",
  ]
  static let libya = [
    "أي النار", "النوار", "الربيع", "الطير", "الماء", "الصيف", "ناصر", "هانيبال", "الفاتح",
    "التمور", "الحرث", "الكانون",
  ]
  static let hijri = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
  ]
  static let persian = [
    "فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن",
    "اسفند",
  ]
  /// Monday first.
  static let weekdays = [
    "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
  ]
}

/// A digit system.
struct Digits: Sendable, CustomStringConvertible {
  let description: String
  private let zero: UInt32

  static let all = [
    Digits(description: "latin digits", zero: 0x30),
    Digits(description: "arabic digits", zero: 0x660),
    Digits(description: "persian digits", zero: 0x6F0),
  ]

  func of(_ number: Int) -> String { of("\(number)") }

  /// Digits in this system; zeros before them stay.
  func of(_ number: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in number.unicodeScalars {
      scalars.append(Unicode.Scalar(scalar.value - 0x30 + zero) ?? scalar)
    }
    return String(scalars)
  }
}

/// Ordinals to 31 and years of 1900–2099 in words.
enum NumberWords {
  private static let firsts = [
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
    "العاشر",
  ]
  private static let units = [
    "", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة",
  ]
  private static let teens = [
    "عشرة", "أحد عشر", "اثني عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر",
    "ثمانية عشر", "تسعة عشر",
  ]
  private static let tens = [
    "", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين",
  ]

  /// The n-th, 1 to 31: «الثامن والعشرين», or «والعشرون» in the nominative.
  static func ordinal(_ number: Int, nominative: Bool = false) -> String {
    let unit = number % 10 == 1 && number > 10 ? "الحادي" : firsts[(number + 9) % 10]
    let end = nominative ? "ون" : "ين"
    switch number {
    case 1...10: return firsts[number - 1]
    case 11...19: return "\(unit) عشر"
    case 20: return "العشر\(end)"
    case 21...29: return "\(unit) والعشر\(end)"
    case 30: return "الثلاث\(end)"
    default: return "\(unit) والثلاث\(end)"
    }
  }

  /// A year: «ألفين وواحد وعشرين», «ألف وتسعمئة وتسعين».
  static func year(_ year: Int) -> String {
    let century = year < 2000 ? ["ألف", "تسعمئة"] : ["ألفين"]
    let rest = year % 100
    var words = century
    switch rest {
    case 0: break
    case 1...9: words.append(units[rest])
    case 10...19: words.append(teens[rest - 10])
    default:
      if rest % 10 > 0 { words.append(units[rest % 10]) }
      words.append(tens[rest / 10])
    }
    return words.joined(separator: " و")
  }
}

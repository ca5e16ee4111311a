#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Color {
  /// How well this colour stands out from another, 1 to 21, as WCAG 2.1 defines the contrast ratio.
  public func contrast(with other: Color) -> Double {
    let own = luminance
    let others = other.luminance
    return (max(own, others) + 0.05) / (min(own, others) + 0.05)
  }

  /// The relative luminance of WCAG 2.1, 0 for black to 1 for white.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

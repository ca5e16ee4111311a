#!/bin/sh
# How the time of merging grows with the mentions: four sizes, each twice the one before, up to the number given.
#   Benchmarks/merging.sh [1000000]
# Prints one line a size. The last line says what twice the mentions cost at the top: near 2 is near-linear.
# The mentions are made up (Tests/EventFusionTests/ScalingTests.swift): 60 states, 300 persons, four years, a third
# of all between one pair. Measured 2026-11: 125k-1M mentions in 2.9, 6.9, 15.4 and 33.3 s on one core.
set -eu
cd "$(dirname "$0")/.."
TARIKH_SCALE="${1:-1000000}" swift test -c release -Xswiftc -enable-testing --filter ScalingTests 2>/dev/null |
  awk '/ mentions, / {
    print
    for (i = 1; i <= NF; i++) if ($i == "in") { time = $(i + 1) + 0 }
    if (before > 0) ratio = time / before
    before = time
  }
  END { if (ratio > 0) printf "twice the mentions take %.2f times as long\n", ratio; else exit 1 }'

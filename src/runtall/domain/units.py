"""Weights and distances in the runner's units, and back."""

from __future__ import annotations

import re
from decimal import Decimal

IMPERIAL = "imperial"
METRES_PER_YARD = 0.9144
GRAMS = {"kg": 1000, "lb": 453.59237}
METRES_PER_MILE = 1609.344
CM_PER_INCH = 2.54
FIVE = 5
CENTIMETRES = re.compile(r"\b([0-9]{1,3}) cm\b")
LOAD = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?) ?(kg|lb)")


def thousandths(metric: float | None, imperial: float | None, in_imperial: float) -> int | None:
    """Return grams or metres from kilograms or kilometres, or else from pounds or miles."""
    if metric is not None:
        return round(metric * 1000)
    return None if imperial is None else round(imperial * in_imperial)


def thousands(number: int | None) -> float | None:
    """Return kilograms from grams, or kilometres from metres, where there are any."""
    return None if number is None else number / 1000


def kilograms(grams: int) -> str:
    """Return kilograms as a decimal number, exact to the gram."""
    whole, rest = divmod(grams, 1000)
    return f"{whole}.{rest:03}".rstrip("0").rstrip(".")


def grams(kilogram_text: str) -> int:
    """Return the grams of what `kilograms` writes; a finer number is rounded."""
    return round(Decimal(kilogram_text) * 1000)


def load_words(load_g: int, units: str) -> str:
    """Return a weight as it is printed: ``14 kg`` or ``30 lb``, always to the gram.

    A weight that is no round number of pounds was made in kilograms and says so on its side,
    so it is printed in kilograms to everybody.
    """
    if units == IMPERIAL:
        for digits in range(3):
            pounds = round(load_g / GRAMS["lb"], digits)
            if round(pounds * GRAMS["lb"]) == load_g:
                return f"{pounds:.{digits}f} lb"
    return f"{kilograms(load_g)} kg"


def load_grams(words: str) -> int | None:
    """Return the grams of a printed weight; None where the words are more than a weight."""
    match = LOAD.fullmatch(words)
    return round(float(match[1]) * GRAMS[match[2]]) if match else None


def distance_words(distance_m: int, units: str) -> str:
    """Return a carry's distance: ``20 m``, or ``20 yd``.

    Carries are planned in steps of five metres, which become the nearest five yards; since a
    yard is less than a metre, these lead back to the same five metres. Any other distance is
    told so exactly that it leads back, too.
    """
    if units != IMPERIAL:
        return f"{distance_m} m"
    yards = distance_m / METRES_PER_YARD
    if distance_m % FIVE == 0:
        return f"{_fives(yards)} yd"
    return f"{round(yards)} yd" if round(yards) % FIVE else f"{yards:.1f} yd"


def distance_metres(amount: str, unit: str | None) -> int:
    """Return whole metres of what `distance_words` printed.

    Raises
    ------
    ValueError
        If it is no number.
    """
    if unit != "yd":
        return int(amount)
    metres = float(amount) * METRES_PER_YARD
    return round(metres) if "." in amount or int(amount) % FIVE else _fives(metres)


def height_words(words: str, units: str) -> str:
    """Return the words of a load with its height in the runner's units: ``hands on 18 in``."""
    if units != IMPERIAL:
        return words
    return CENTIMETRES.sub(lambda found: f"{_inches(int(found[1]))} in", words)


def _inches(centimetres: int) -> str:
    inches = centimetres / CM_PER_INCH
    return str(round(inches)) if centimetres % FIVE == 0 else f"{inches:.1f}"


def _fives(number: float) -> int:
    return FIVE * round(number / FIVE)


def run_distance_words(distance_m: int, units: str) -> str:
    """Return a run's distance: ``21.1 km`` or ``13.1 mi``."""
    if units == IMPERIAL:
        return f"{distance_m / METRES_PER_MILE:.1f}".removesuffix(".0") + " mi"
    return f"{distance_m / 1000:.1f}".removesuffix(".0") + " km"

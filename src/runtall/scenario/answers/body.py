"""Minutes, equipment and what the runner's body says, as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from runtall.documents.values import BadValue, read_zone
from runtall.domain.athlete import SIGNS, Experience
from runtall.domain.sign import signs
from runtall.domain.units import GRAMS
from runtall.errors.words import choose, shown
from runtall.importers.words.lengths import minutes
from runtall.importers.words.titles import spelling

PRESETS = ("gym", "home", "bands")
# In less no session of the taper has room.
MINUTES = (13, 40)
LIMITS = {"kg": (30, 250), "lb": (66, 550)}
STONE = 14
# From here on a bare number can be pounds as well.
MOST_BARE_KG = 120
YES = {"y", "yes", "true", "yeah", "yep", "sometimes", "ja", "si", "oui"}
NO = {"n", "no", "false", "none", "never", "nope", "nein", "non"}
NOTHING = {"", "-", "n/a", "nothing", "none of them", "0", *NO}
OFTEN = {"never": 0, "no": 0, "rarely": 1, "sometimes": 1, "a bit": 1, "often": 2, "always": 3}
# What a sign means that is named without a number.
NAMED = 2
EXPERIENCES = {
    "none": "new", "n": "new", "no": "new", "never": "new", "hardly": "new", "beginner": "new",
    "beginning": "new", "nothing": "new", "0": "new", "bit": "some", "little": "some",
    "months": "some", "month": "some", "sometimes": "some", "rarely": "some",
    "intermediate": "some", "year": "trained", "years": "trained", "yes": "trained",
    "lot": "trained", "often": "trained", "regularly": "trained", "experienced": "trained",
    "advanced": "trained",
}  # fmt: skip
PLACES = {
    "full gym": "gym", "studio": "gym", "dumbbells": "home", "dumbbell": "home", "band": "bands",
    "resistance bands": "bands", "travel": "bands",
}  # fmt: skip
# Words around these, which say nothing; and what may stand between two sets of equipment.
FILLING = {
    "a", "an", "the", "my", "i", "i've", "i'm", "have", "had", "just", "only", "some", "few",
    "very", "at", "in", "for", "of", "lifted", "lifting", "lift", "lifter", "before", "ever",
    "much", "experience",
}  # fmt: skip
COUNT = re.compile(r"[1-9]\d?")
AND = re.compile(r"\s*(?:,|&|\+|/|\band\b|\bwith\b|\bplus\b)\s*")


class Mass(NamedTuple):
    """A body mass in the unit in which it was given, ``kg`` or ``lb``."""

    number: float
    unit: str

    def __str__(self) -> str:
        return f"{self.number:g} {self.unit}"


def _word(text: str, allowed: Sequence[str], noun: str, meant: Mapping[str, str]) -> str:
    whole = " ".join(text.lower().replace("-", " ").strip(" .!").split())
    bare = " ".join(
        word for word in whole.split() if word not in FILLING and not COUNT.fullmatch(word)
    )
    said = (meant.get(words, words) for words in (whole, bare))
    word = next((word for word in said if word in allowed), "")
    if not word:
        raise BadValue(f"{shown(text.strip())} is not {noun}{choose(whole, allowed, meant)}")
    return word


def read_equipment(text: str) -> str:
    """Read the name of a preset, of a place, or of several; without anything there are no sessions.

    Of several it is the one that has the others, too.
    """
    plain = spelling(text)
    if plain and (plain in NOTHING or plain.startswith(("no ", "without "))):
        allowed = choose("", PRESETS)
        raise BadValue(f"{shown(text.strip())} is too little{allowed}; a band is the least")
    parts = [part for part in AND.split(text.lower()) if part] or [text]
    if len(parts) == 1:
        parts = [text]
    return min(
        (_word(part, PRESETS, "a set of equipment", PLACES) for part in parts), key=PRESETS.index
    )


def read_experience(text: str) -> Experience:
    """Read the lifting experience."""
    return Experience(_word(text, list(Experience), "an experience", EXPERIENCES))


def read_minutes(text: str) -> int:
    """Read the minutes of a session: ``30``, ``30 min``, ``half an hour``."""
    least, most = MINUTES
    plain = spelling(text)
    bare = re.fullmatch(r"([0-9]{1,4}) ?m?", plain)
    found = int(bare[1]) if bare else 30 if plain == "half an hour" else minutes(plain)
    if found is None or not least <= found <= most:
        raise BadValue(f"{shown(text)} is not a number of minutes from {least} to {most}")
    return found


def read_body_mass(text: str) -> Mass | None:
    """Read ``70``, ``70 kg``, ``155 lb`` or ``11 st 4``; nothing is an answer, too."""
    plain = spelling(text).replace(",", ".")
    if plain in NOTHING:
        return None
    number = r"(\d{1,3}(?:\.\d{1,2})?)"
    match = re.fullmatch(rf"{number} ?(kgs?|kilos?|kilograms?|lbs?|pounds?|#)?\.?", plain)
    stones = re.fullmatch(rf"{number} ?(?:st|stones?)\.?(?: ?{number} ?(?:lbs?|pounds?)?)?", plain)
    if match:
        mass = Mass(float(match[1]), "lb" if (match[2] or "k")[0] in "lp#" else "kg")
    elif stones:
        # Who weighs in stones lifts in kilograms.
        pounds = STONE * float(stones[1]) + float(stones[2] or 0)
        mass = Mass(round(pounds * GRAMS["lb"] / 1000, 1), "kg")
    else:
        raise BadValue(f"{shown(text)} is not a body mass; write 70 kg or 155 lb")
    if match and not match[2] and mass.number > MOST_BARE_KG:
        raise BadValue(f"{plain} can be kilograms or pounds; write {plain} kg or {plain} lb")
    least, most = LIMITS[mass.unit]
    if not least <= mass.number <= most:
        raise BadValue(f"{mass} is not from {least} to {most} {mass.unit}")
    return mass


def read_signs(text: str) -> Mapping[str, int]:
    """Read ``torso_twists=2``, ``torso twists 2, neck tight``; none of them: ``none``."""
    plain = text.lower().strip(" .!")
    if plain in NOTHING:
        return {}
    # Behind a number a blank is as good as a comma.
    parts = re.split(r"[,;\n]+", re.sub(r"(=\s*\w+)\s+", r"\1,", plain))
    found = dict(_sign(part.strip()) for part in parts if part.strip())
    return {name: found[name] for name in SIGNS if name in found}


def _sign(part: str) -> tuple[str, int]:
    words, _, how = part.partition("=")
    if not how:
        often = "|".join(OFTEN)
        match = re.fullmatch(rf"(.*?)[\s:]+([0-9]+|{often})", part)
        words, how = (match[1], match[2]) if match else (part, str(NAMED))
    how = str(OFTEN.get(how.strip(), how.strip()))
    key = words.strip().replace(" ", "_").replace("-", "_")
    name = key if key in SIGNS else _by_words(words)
    if not name:
        raise BadValue(f"{shown(words.strip())} is not a sign{choose(key, SIGNS, other='none')}")
    if how not in {"0", "1", "2", "3"}:
        raise BadValue(f"{name}: {shown(how)} is not from 0, never, to 3, always")
    return name, int(how)


def _by_words(text: str) -> str:
    """Return the one sign whose words hold all of these; empty if there is none, or several."""
    words = _stems(text) - {"the", "and"}
    found = [
        sign.key
        for sign in signs()
        if words and words <= _stems(f"{sign.key.replace('_', ' ')} {sign.words} {sign.cause}")
    ]
    return found[0] if len(found) == 1 else ""


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]{3,}", text)}


def read_yes(text: str) -> bool:
    """Read yes or no."""
    word = text.strip(" .!").lower()
    if word not in YES | NO:
        raise BadValue(f"{shown(text)} is neither yes nor no")
    return word in YES


def read_timezone(text: str) -> str:
    """Read a time zone by its name or its city; nothing is an answer, too."""
    if not text.strip():
        return ""
    try:
        return read_zone(text.strip())
    except BadValue:
        from zoneinfo import available_timezones

        city = text.strip().lower().replace(" ", "_")
        zones = [z for z in available_timezones() if z.lower().rpartition("/")[2] == city]
        if len(zones) != 1:
            raise
        return zones[0]

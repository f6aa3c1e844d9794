"""What a plan says of its own words: ``Filler = easy``, ``LIT: low intensity``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from runtall.domain.library import records
from runtall.importers.days.dates import written
from runtall.importers.days.names import meaning as names_column
from runtall.importers.grid import Grid
from runtall.importers.kinds.classify import classify
from runtall.importers.kinds.features import LENGTH
from runtall.importers.kinds.unexplained import has_strides
from runtall.importers.words.languages import CODES

# Words that are explained at most, and characters of a word and of what it means.
MOST, LONGEST, LONGEST_MEANING = 60, 25, 80
# Letters of a word that is written in capitals only, and the share of those in a column of codes.
SHORT, MOSTLY = 3, 2 / 3
# Lines of a letter and a word that are no chance.
FEWEST_LETTERS = 3
# One explanation of several in a line ends before the next.
CLAUSES = re.compile(
    r"[;\n|]|(?<! /)\s+(?=(?:[A-Z]{1,3}|(?!(?:km|mi|[kmhs])\b)[a-z]{1,2})\s?=\s?\w)"
    r"|[,.]\s+(?=[^=:,.]{1,25}(?:\s=|:)\s)"
    r"|\.\s+(?=[A-Z]{2,4} (?:is|means) )"
)
# Several with dashes, which many a sentence has as well: "key: E - easy, T - tempo, R - reps".
DASHED = re.compile(r"(?:^|[,;:.(]\s*|\s)(?=[A-Z]{1,4}\d? [-\u2013\u2014] [^\W\d_])")
DASH = re.compile("[-\u2013\u2014] ")
# Or with nothing: "M marathon pace, T threshold".
BARE = re.compile(r",\s+(?=[A-Z]{1,3}\s+[a-z]{3})")
EXPLAINED = re.compile(
    r"[\"'\u201c]?(?P<term>0|[^\W\d][^=:\"\u201d]*?)[\"'\u201d]?\s*"
    r"(?:=|:\s|\bmeans\b|(?<=\b[A-Z]{2} )is\b|\s[-\u2013]\s)\s*(?P<meaning>.+)"
)
# "E easy 8:50": capital letters and a word.
LETTERS = re.compile(r"(?P<term>[A-Z]{1,3})\s+(?P<meaning>[^\W\d_]{3,}.*)")
# What every line has that explains a word; it begins with a sign or a letter, for speed.
SIGNED = re.compile(
    r"[=:miA-Z\u2013-](?:(?<=[=:])|(?<=m)eans\b|(?<=i)s\b|(?<=[\u2013-])\s"
    r"|(?<=[A-Z])\s+[^\W\d_]{3})"
)
FIGURES = re.compile(r"[1-9][\d ./:-]*")
# Pictures, and what each stands for, several in a line or one: "😴 rest  🐢 easy".
PICTURE = "[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\u2190-\u2bff\U0001f3fb-\U0001f3ff]*"
PICTURED = re.compile(
    rf"(?P<term>{PICTURE}) ?(?:[=:\u2013-] ?)?(?P<meaning>[^\W\d_][^=:|;]{{0,30}}?)"
    rf"\s*(?:[,;|/\u00b7]\s*)?(?={PICTURE}|$)"
)
HAS_DIGIT, WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{4}|[\u3400-\u9fff]{2}")
# What a title begins with: a code, perhaps behind a number, or a number that is one.
BEGINS = re.compile(
    r"\d{0,2}(?P<code>[A-Z]{1,3}|(?<=\d)[a-z]{1,2})(?![^\W\d_])|(?P<zero>0)(?![\w.,:])"
)
# Letters of a column of types, as most plans mean them, and how many tell that they are.
TYPES = {row["letter"]: row["means"] for row in records("type_letters.csv")}
FEWEST_TYPES = 3
# A code with a length of its own: "F40", "T 15'", "I 5x3'".
EXAMPLE = re.compile(r"(?P<code>[A-Z]{1,3}) ?\d[\d x'\"ms]*")
# Where a meaning ends: with its sentence, before a pace but for "strides of 100 m", or a remark
# behind it that says how.
END = re.compile(r"[.?](?:\s|$)|\s+(?!\d{2,3} ?m\b)\d")
REMARK = re.compile(r"(?<=[^\W\d_])\s*\(.*")


def legend_of(grid: Grid) -> Mapping[str, str]:
    """Return what a table says in rows of one or two cells, or in two columns beside it.

    Or in a row of many, each with its own sign: ``R = rest``, ``E = easy``.
    """
    lines = []
    for row in grid.rows:
        cells = [cell for cell in row.cells if cell]
        lines += cells if len(cells) == 1 or sum("=" in cell for cell in cells) > 1 else []
        if len(cells) == 2:
            word, means = (cell.strip(" :=-") for cell in cells)
            # No number or date is explained by what stands beside it.
            lines.append(f"{word}{' ' if FIGURES.fullmatch(word) else ' = '}{means}")
    return dict(_beside(grid)) | explained(lines)


def _beside(grid: Grid) -> Iterator[tuple[str, str]]:
    """Yield words of a column that has each once, mostly short, and the words right of them."""
    for index in range(grid.width - 1):
        filled = [(row.cell(index), row.cell(index + 1)) for row in grid.rows if row.cell(index)]
        pairs = [(word, means) for word, means in filled if means]
        if not len({word for word, _ in pairs}) == len(pairs) >= len(filled) - 1:
            continue
        short = {word for word, _ in pairs if len(word) <= SHORT and not HAS_DIGIT.search(word)}
        if len(short) < max(FEWEST_LETTERS, MOSTLY * len(pairs)):
            continue
        words = sum(bool(WORD.search(means)) and not written(means) for _, means in pairs)
        if 2 * words > len(pairs):
            yield from pairs


def explained(lines: Iterable[str]) -> dict[str, str]:
    """Return the words that some lines explain, and what each means."""
    lines = [*filter(None, lines)]
    signed = filter(SIGNED.search, lines)
    clauses = [part.strip(" ,.-*#\u2022") for line in signed for part in _clauses(line)]
    letters = [found for clause in clauses if (found := LETTERS.fullmatch(clause))]
    signs = [found for clause in clauses if (found := EXPLAINED.fullmatch(clause))]
    said: dict[str, str] = {}
    for line in (one.strip() for one in lines if not one.isascii()):
        pictured = [*PICTURED.finditer(line)]
        if len(pictured) >= FEWEST_LETTERS or (pictured and pictured[0].span() == (0, len(line))):
            said |= {one["term"]: one["meaning"].strip() for one in pictured}
    for found in (*(letters if len(letters) >= FEWEST_LETTERS else ()), *signs):
        meaning = END.split(found["meaning"].strip())[0][:LONGEST_MEANING].strip()
        plain = REMARK.sub("", meaning)
        own = classify(plain)
        meaning = plain if (own.kind and not own.weak) or has_strides(plain, CODES) else meaning
        term = found["term"].strip()
        said_so = classify(term) if len(term) > SHORT and term.isalpha() else own
        if said_so is not own and not said_so.weak and said_so.kind == own.kind != "":
            continue  # "longo = treino longo": the word says so itself, also within "médio-longo"
        column = names_column(found["term"])[0] and names_column(meaning)[0]
        if meaning and len(found["term"]) <= LONGEST and (not column or is_code(found["term"])):
            said |= _one_by_one(found["term"].strip(), meaning)
    return dict(list((_codes(said) | said).items())[:MOST])


def _one_by_one(term: str, meaning: str) -> dict[str, str]:
    """Return what each of several words means: ``ST / MT = short / mid tempo pace``.

    What the last one has behind its own word, they share.
    """
    terms, meanings = ([part.strip() for part in text.split("/")] for text in (term, meaning))
    if len(terms) != len(meanings) or not all(map(stands_for, terms)):
        return {term: meaning}
    shared = meanings[-1].partition(" ")[2]
    return {
        one: means if classify(means).kind or not shared else f"{means} {shared}"
        for one, means in zip(terms, meanings, strict=True)
    }


def _codes(said: Mapping[str, str]) -> dict[str, str]:
    """Return the letters of codes that are explained by an example: ``F40 = easy run, 40 min``.

    Where the same letters mean several things, their numbers tell them apart: S1, S2.
    """
    found: dict[str, set[str]] = {}
    for term, meaning in said.items():
        if code := EXAMPLE.fullmatch(term):
            found.setdefault(code["code"], set()).add(LENGTH.split(meaning)[0].strip(" ,"))
    alike = {code: {classify(text).kind for text in texts} for code, texts in found.items()}
    return {code: min(texts) for code, texts in found.items() if len(alike[code]) == 1}


def _clauses(line: str) -> list[str]:
    """Return the parts of a line that may explain a word each."""
    dashes = len(DASH.findall(line))
    dashed = dashes >= FEWEST_LETTERS and len(DASHED.findall(line)) >= FEWEST_LETTERS
    sign = DASHED if dashed else BARE
    return [part for one in CLAUSES.split(line) for part in sign.split(one)]


def types_meant(types: Iterable[tuple[str, bool]]) -> dict[str, str]:
    """Return what letters of a column mean that a plan doesn't explain: ``E``, ``T``, ``L``.

    Parameters
    ----------
    types
        What the column says, and whether a length stands beside it: ``R`` without one is rest.
    """
    lengths: dict[str, bool] = {}
    for letter, has_length in types:
        lengths[letter] = lengths.get(letter, False) or has_length
    if "E" not in lengths or len(lengths) < FEWEST_TYPES or not lengths.keys() <= TYPES.keys():
        return {}
    return {
        letter: "rest" if letter == "R" and not has_length else TYPES[letter]
        for letter, has_length in lengths.items()
    }


def is_code(term: str) -> bool:
    """Return whether a word is a picture or a letter that only the plan can explain."""
    return not any(char.isalnum() for char in term) or len(term) == 1


def stands_for(term: str) -> bool:
    """Return whether a word is written only to stand for others: a code, or capital letters."""
    return is_code(term) or (len(term) <= SHORT and term.isupper())


def begins_with_code(title: str, legend: Mapping[str, str]) -> bool:
    """Return whether a title begins with a short word that a plan explains: "S6", "4r", "0"."""
    found = BEGINS.match(title)
    return found is not None and (found["code"] or found["zero"]) in legend


def in_other_words(title: str, legend: Mapping[str, str]) -> str:
    """Return a title with the words that its plan explains in place of its own."""
    for term, meaning in legend.items():
        # Abbreviations stand behind numbers, too: "12L".
        short = len(term) <= SHORT and term.isupper()
        behind = short or (len(term) < SHORT and not names_column(term)[1])
        word, number = r"[^\W\d]" if short else r"\w", r"[^\W\d]" if behind else r"\w"
        number = r"[\w.,:]" if term.isdigit() else number
        pattern = rf"(?<!{number}){re.escape(term)}(?!{word}|[.,:]\d)"
        if len(term) == 1 and term.isalpha():
            pattern += rf"|(?<!\w){term}(?=\d)"  # "r6"
        pattern = re.escape(term) if not term[0].isalnum() else pattern
        exact = short or term.upper() in legend
        title = re.sub(pattern, f" {meaning} ".replace("\\", ""), title, flags=0 if exact else re.I)
    return title

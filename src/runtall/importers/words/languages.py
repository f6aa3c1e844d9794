"""The languages that run plans are written in: what their words mean, by ``data/languages``."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

from runtall.domain.library import data_text
from runtall.importers.words.titles import KEPT, spelling

T = TypeVar("T")
ENGLISH = "en"
CODES = (ENGLISH, "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "pl", "zh")
# Titles that are asked for the language of a file.
MOST_TITLES = 300
# Categories of words that no title is about, and of those that other categories have.
ASIDE, AGAIN = {"off", "tell"}, {"off", "loose", "relatives"}
# Words that every language writes, whatever one of them means by it in a title.
UNITS = {"km", "mi", "min"}
# Characters of a title that says something and then something else.
SHORTEST_CORRECTED = 12
# Where the titles begin that tests read, by their kinds.
EXAMPLES = "\n[[example]]"
NEVER = re.compile(r"(?!)")
# Where a pattern has small words of `[joining]`, by their names.
SMALL_WORDS = re.compile("«([^»]+)»")
NUMBERS = re.compile(r"\d+")
LETTER = r"[^\W\d_]"
# Two letters and more; ideographs as they follow each other.
WORD = re.compile(rf"[\u3400-\u9fff]+|{LETTER}{{2,}}")
IDEOGRAPHIC = "zh"
IDEOGRAPH = re.compile("[\u3400-\u9fff]")
# Letters with two dots or a ring that are often typed as two.
TYPED_AS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One file of ``data/languages``.

    Parameters
    ----------
    words
        Words of titles by category, as the file has them.
    patterns
        Regular expressions by category, for what words alone can't say.
    lengths
        Words for units, by unit.
    joining
        Small words of dates, weeks and lengths: ``and``, ``to``, ``of``, ``the`` and the like.
    own_strength
        Words of strength sessions: for the ``upper`` body, and for ``other`` work.
    weekdays, months
        Their numbers, from 0 and from 1, by word.
    headers
        What a column of a table holds, by what it is called.
    numbers, ordinals
        Digits by word.
    initials
        The first letters of the weekdays.
    """

    code: str
    words: dict[str, list[str]]
    patterns: dict[str, list[str]]
    lengths: dict[str, list[str]]
    joining: dict[str, list[str]]
    own_strength: dict[str, list[str]]
    weekdays: dict[str, int]
    months: dict[str, int]
    headers: dict[str, str]
    numbers: dict[str, str]
    ordinals: dict[str, str]
    initials: tuple[str, ...]


def _language(code: str, file: str) -> Language:
    table = tomllib.loads(data_text(file).partition(EXAMPLES)[0])
    weekdays = _by_word(enumerate(table.get("weekdays", {}).values()))
    first = {index: word[0] for word, index in reversed(weekdays.items())}
    months = table.get("months", {})
    titles = table.get("titles", {})
    # A column may be called after a half of the day as a title may.
    halves = ((half, titles.get(half, ())) for half in ("am", "pm"))
    return Language(
        code,
        titles,
        table.get("patterns", {}),
        table.get("lengths", {}),
        table.get("joining", {}),
        table.get("own_strength", {}),
        weekdays,
        _by_word(enumerate(months.values(), start=1)),
        _by_word((*table.get("headers", {}).items(), *halves)),
        _by_word(table.get("numbers", {}).items()),
        _by_word(table.get("ordinals", {}).items()),
        tuple(first[index] for index in sorted(first)),
    )


def _by_word(meanings: Iterable[tuple[T, Iterable[str]]]) -> dict[str, T]:
    """Return the meaning of each word; of a word with two, the first."""
    found: dict[str, T] = {}
    for meaning, words in meanings:
        for word in words:
            found.setdefault(spelling(word), meaning)
    return found


@cache
def language(code: str) -> Language:
    """Return the words of a language."""
    return _language(code, f"languages/{code}.toml")


@cache
def everywhere() -> Language:
    """Return what means the same in every language."""
    return _language("", "run_titles.toml")


@cache
def _number_words(codes: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    numbers = {word: digits for code in codes for word, digits in language(code).numbers.items()}
    return either(patterns_of(word for word in numbers if numbers[word] != "1")), numbers


@lru_cache(maxsize=KEPT)
def in_digits(title: str, codes: tuple[str, ...]) -> str:
    """Return a title with numbers and lengths in words in digits: ``half an hour easy``.

    One stays as it is: it stands for more than a number.
    """
    pattern, numbers = _number_words(codes)
    plain = spelling(title)
    if not pattern.search(plain):
        return title
    return pattern.sub(lambda found: numbers[found[0].replace("-", " ")], plain)


@cache
def numbers_fetched() -> re.Pattern[str]:
    """Return what finds that a number for a race is fetched, in any language."""
    return either(everywhere().patterns["no_run"])


def in_the_end(title: str, codes: tuple[str, ...]) -> str:
    """Return what a title comes to that corrects itself: "6 x 800... no, make that 5 easy"."""
    if title.isalnum() or len(title) < SHORTEST_CORRECTED:
        return title
    plain = spelling(title)
    found = _corrections(codes).search(plain)
    return plain[found.end() :] if found else title


@cache
def _corrections(codes: tuple[str, ...]) -> re.Pattern[str]:
    said = pattern_of("make_it", *codes)
    return re.compile(
        rf"[^\w\s] ?(?:\w+,? )?(?:{said}):? (?:just |only )?(?=(?:[^\W\d]+ )?\S*\d)(?!.*\bif\b)"
    )


@cache
def pattern_of(category: str, *codes: str) -> str:
    """Return the pattern of a category's words in some languages; it takes long to compile."""
    first, *others = codes
    shared = () if category in ASIDE else (everywhere(),)
    each = [(language(first), *shared), *((language(code),) for code in others)]
    return _joined(one for some in each for one in _alternatives(category, some))


def _alternatives(category: str, languages: Sequence[Language]) -> Iterator[str]:
    """Yield the patterns of a category in some languages, then those for its words."""
    for one in languages:
        yield from one.patterns.get(category, ())
    yield from patterns_of(word for one in languages for word in one.words.get(category, ()))


@cache
def words_of(code: str, category: str) -> re.Pattern[str]:
    """Return what finds the words of a category in a title's one spelling."""
    return any_of((code,), category)


@cache
def any_of(codes: tuple[str, ...], category: str, *more: str) -> re.Pattern[str]:
    """Return what finds the words of a category in some languages, or other patterns."""
    return either([pattern_of(category, *codes), *more])


def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for all, in their order; it finds nothing if there are none."""
    return re.compile(_joined(patterns))


def _joined(patterns: Iterable[str]) -> str:
    given = [one for one in patterns if one and one != NEVER.pattern]
    return "|".join(f"(?:{one})" for one in given) or NEVER.pattern


def patterns_of(words: Iterable[str]) -> Iterator[str]:
    """Yield patterns for some words, those with the same edges in one, the longest first.

    A ``*`` stands for any letters, a blank for one, a hyphen or nothing.
    """
    groups: dict[tuple[str, str], set[str]] = {}
    for plain in (plain for word in words for plain in typed(word)):
        groups.setdefault(_edges(plain), set()).add(plain)
    for (before, after), plain_words in groups.items():
        yield f"{before}(?:{_by_first_letter(plain_words)}){after}"


def typed(word: str) -> set[str]:
    """Return a word in one spelling, and as it is typed where letters have no dots."""
    lower = word.lower()
    without = lower if lower.isascii() else "".join(TYPED_AS.get(char, char) for char in lower)
    return {spelling(one) for one in (lower, without)} if without != lower else {spelling(lower)}


def _by_first_letter(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    Those with one first letter stand together, so that a search can pass over all of them.
    """
    letters: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (one[0] == "*", -len(one), one)):
        letters.setdefault(word[0], []).append(_inner(word[1:]) if word[0] != "*" else _inner(word))
    return "|".join(
        ("" if letter == "*" else re.escape(letter)) + f"(?:{'|'.join(rest)})"
        for letter, rest in letters.items()
    )


def _inner(plain: str) -> str:
    return re.escape(plain).replace(r"\*", f"{LETTER}*").replace(r"\ ", "[ .'-]{0,2}")


def _edges(plain: str) -> tuple[str, str]:
    """Return what may not stand before and behind a word, so that it is a whole one."""
    if IDEOGRAPH.search(plain):
        return "", ""
    before = rf"(?<!{LETTER})" + (r"(?<![\d.,])" if plain[0].isdigit() else "")
    return before, rf"(?!{LETTER})" + (r"(?!\d)" if plain[-1].isdigit() else "")


@cache
def vocabulary(code: str) -> re.Pattern[str]:
    """Return what finds any word of a language."""
    own = language(code).words
    return either(patterns_of(word for name in own if name not in AGAIN for word in own[name]))


@cache
def _patterns(code: str) -> re.Pattern[str]:
    return either(one for some in language(code).patterns.values() for one in some)


def says_something(code: str, words: str) -> bool:
    """Return whether a language may mean something by some words."""
    first, endings = _first_words(code)
    return any(
        knows(code, word) or word in first or word.endswith(endings) for word in WORD.findall(words)
    ) or bool(_patterns(code).search(words))


@cache
def _first_words(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the first parts of words of several parts, and endings of words."""
    spelled = _spelled(code)
    first = frozenset(re.split("[ .'-]", plain)[0] for plain in spelled)
    return first, tuple(plain[1:].rstrip("*") for plain in spelled if plain.startswith("*"))


@cache
def joining(*names: str, codes: tuple[str, ...] = CODES) -> str:
    """Return a pattern for small words of every language, or of some, the longest first."""
    words = {
        typed
        for code in codes
        for name in names
        for word in language(code).joining.get(name, ())
        for typed in (word, spelling(word))
    }
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def worded(pattern: str, *codes: str) -> re.Pattern[str]:
    """Return a pattern with small words of every language, or of some, in place of their names.

    As in ``«and|to»``.
    """

    def words(names: re.Match[str]) -> str:
        return f"(?:{joining(*names[1].split('|'), codes=codes or CODES) or NEVER.pattern})"

    return re.compile(SMALL_WORDS.sub(words, pattern))


@cache
def unit_words(code: str) -> re.Pattern[str]:
    """Return what finds a language's words for units."""
    return either(patterns_of(word for words in language(code).lengths.values() for word in words))


def own(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the language of a plan, and English."""
    return languages[: languages.index(ENGLISH) + 1]


def spoken(titles: Iterable[str]) -> tuple[str, ...]:
    """Return all languages, that of a file first, then English, then the likelier ones.

    A word counts by how few languages have it, and titles that differ by numbers once.
    """
    scores = dict.fromkeys(CODES, 0.0)
    alike = dict.fromkeys(NUMBERS.sub("1", spelling(title)) for title in titles if title)
    words = (dict.fromkeys(WORD.findall(title)) for title in list(alike)[:MOST_TITLES])
    counts = Counter(chain.from_iterable(words))
    for word, times in counts.items():
        knowing = [code for code in CODES if word not in UNITS and _has_word(code, word)]
        for code in knowing:
            scores[code] += times / len(knowing)
    if not any(map(IDEOGRAPH.search, counts)):
        scores[IDEOGRAPHIC] = 0  # nobody writes it in letters alone: "LSD", "MAF"
    ranked = sorted(CODES, key=lambda code: -round(scores[code], 6))
    return tuple(dict.fromkeys((ranked[0], ENGLISH, *ranked)))


def _has_word(code: str, word: str) -> bool:
    """Return whether a word is one of a language by itself: ``cross`` is one of its patterns."""
    return knows(code, word) or bool(_patterns(code).fullmatch(word))


def share_known(text: str) -> float:
    """Return the share of the different words of a text that some language has."""
    words = {word for line in text.splitlines() for word in WORD.findall(spelling(line))}
    return sum(any(knows(code, word) for code in CODES) for word in words) / max(1, len(words))


@lru_cache(maxsize=KEPT)
def knows(code: str, word: str) -> bool:
    """Return whether a language has a word, which may be of several parts."""
    words, beginnings = _spelled(code), _beginnings(code)
    if IDEOGRAPH.search(word):  # nothing parts those
        return any(one in word for one in words)
    return word in words or word.startswith(beginnings)


@cache
def _beginnings(code: str) -> tuple[str, ...]:
    """Return what words of a language begin with that may have any ending."""
    return tuple(plain[:-1] for plain in _spelled(code) if plain.endswith("*") and len(plain) > 1)


@cache
def _spelled(code: str) -> frozenset[str]:
    """Return the words that titles of a language are read by."""
    own = language(code).words
    return frozenset(
        plain for name in own if name not in AGAIN for word in own[name] for plain in typed(word)
    )

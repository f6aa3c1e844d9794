"""Lines copied from a chat or a mail: without what says who sent them, and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from runtall.importers.days.dates import DATES, YEAR, written
from runtall.importers.days.line_starts import bare
from runtall.importers.days.week_names import names_week
from runtall.importers.words.languages import joining, worded
from runtall.importers.words.titles import spelling

HALF = r"[\s\u202f]?[ap]\.?\s?m\b\.?"
CLOCK = re.compile(r"\d[:.]\d\d")
TIME = rf"(?:[\u3400-\u9fff]{{2}})?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:{HALF})?"
DATE = "|".join([*DATES, r"\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})"])
# A day between dashes, for the messages below it that have only a time.
DAY_BETWEEN = re.compile(rf"[-\u2013\u2014]{{2,}}\s*(?P<date>{DATE})\s*[-\u2013\u2014]{{2,}}")
# Signs that phones put around a stamp, and that nobody sees.
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
QUOTED = re.compile(r"^(?:>\s?)+")
# A name, or a number to call.
SENDER = re.compile(r"\s*(?:[^:\n\d]{1,40}|\+[\d\s()-]{5,25}):\s+")


# Messages that make a chat.
FEWEST = 3
# Who a mail is from, in one of so many lines above its date; letters of a name alone in its line.
FROM = re.compile(r"(?i)(?:from|von|de|da|van|fran|fra|od)\s*:\s*(?P<who>[^<\n]+)")
MOST_ABOVE, LONGEST_NAME = 3, 30
# When it was sent, without the time: "Sent: Saturday 24 July 2027", "Date: Sat, 24 Jul 2027".
SENT = re.compile(rf"(?i)[^\W\d]+\s*:\s*(?:[^\W\d]+[.,]*\s+)?(?P<date>{DATE})(?P<rest>)")


@cache
def _stamps() -> tuple[re.Pattern[str], ...]:
    """Return what finds the stamp of a message, and what stands behind it."""
    at = rf"(?:\b(?:{joining('at')})\.? )?"
    dated = rf"(?:[^\W\d]{{2,10}}\.?,? )?(?P<date>{DATE})[,\s]*{at}{TIME}"
    patterns = (
        # "[04/01/2027, 08:10] Coach: 6x800", "Coach, [04.01.2027 08:10]".
        rf"[^\[\]\d]{{0,40}}\[(?:{dated}|\d\d:\d\d|\d{{1,2}}:\d\d{HALF})\]:?(?P<rest>.*)",
        # "04/01/2027, 08:10 - Coach: 6x800".
        rf"{dated} [-\u2013] (?P<rest>.*)",
        # "Coach  8:10 AM", "4 January 2027 at 08:10": there is nothing else in the line.
        rf"[^\d\[\]]{{0,40}}?(?:^|[\s,])(?:{dated}|(?<=  )\d\d:\d\d|\d{{1,2}}:\d\d{HALF})"
        r"(?P<rest>)",
        # "On Sun, 8 Aug 2027 at 19:30, Ana Lopes wrote:".
        rf"(?:[^\W\d]{{1,3}} )?{dated}(?:[ ,]+(?P<who>[^\d:]{{2,60}}))[:\uff1a](?P<rest>)",
    )
    return tuple(re.compile(rf"(?i){pattern}") for pattern in patterns)


def _stamp(line: str) -> re.Match[str] | None:
    if not CLOCK.search(line):
        return None
    return next((found for one in _stamps() if (found := one.fullmatch(line))), None)


@dataclass(slots=True)
class Chat:
    """The lines of some messages.

    Parameters
    ----------
    lines
        What the messages say, a line for each of the text.
    sent
        The date of each message by the position of its first line; empty: only its time is known.
    senders
        Who sent each message, in one spelling, by the same positions; empty: nobody knows.
    whole_day
        Its clock has twenty-four hours.
    when
        When the message was sent that is the only one left.
    """

    lines: list[str] = field(default_factory=list)
    sent: dict[int, str] = field(default_factory=dict)
    senders: dict[int, str] = field(default_factory=dict)
    whole_day: bool = True
    when: date | None = None


def unquoted(text: str) -> str:
    """Return a mail that quotes another without the signs for that, if most of its lines do.

    Nor who wrote it. Any other text without the weeks that it quotes of itself.
    """
    lines = text.splitlines()
    quoting = [position for position, line in enumerate(lines) if line.startswith(">")]
    if 2 * len(quoting) <= sum(bool(line.strip()) for line in lines):
        return "\n".join(_without_own_weeks(lines)) if quoting else text
    who = lines[quoting[0] - 1] if quoting[0] else ""
    plain = [QUOTED.sub("", line, count=1) for line in lines]
    if not who.rstrip().endswith(":"):
        return "\n".join(plain)
    # What is above was said later; the year of the quoted mail may be that of its plan.
    dated = _stamp(who) and any(map(_stamp, lines[: quoting[0] - 1]))
    head, year = ([who], []) if dated else ([], YEAR.findall(who)[:1])
    return "\n".join([*head, *plain[quoting[0] :], "", *year, *plain[: quoting[0] - 1]])


def _without_own_weeks(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines but for quotes that begin with the name of a week above: "> Week 4: Sun 22"."""
    told: set[str] = set()
    again = False
    for line in lines:
        head = spelling(bare(line)).partition(":")[0].strip()
        quoted = line.startswith(">")
        again = quoted and (again or (head in told and names_week(head)))
        told |= set() if quoted else {head}
        yield "" if again else line


def is_chat(text: str) -> bool:
    """Return whether some lines of a text begin with when a message was sent, and who sent it."""
    stamps = (_stamp(UNSEEN.sub("", line).strip()) for line in text.splitlines())
    return sum(bool(one and one["date"] and SENDER.match(one["rest"])) for one in stamps) >= FEWEST


def answered(text: str) -> str:
    """Return the answer to a mail without that below it, as sent when the other one was."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.startswith(">")), 0)
    who = " ".join(lines[max(0, first - 2) : first]).strip()
    said = [at for at, line in enumerate(lines[:first]) if line.strip()]
    if not who.endswith((":", "\uff1a")) or not said:
        return text
    sent = worded(rf"(?i)(?:{DATE})[,\s]*(?:«at»\.? )?{TIME}").search(who)
    if not sent:
        return text
    head = f"[{sent[0]}] " if not any(map(_stamp, lines[: first - 2])) else ""
    lines[said[0]] = head + lines[said[0]]
    return "\n".join(lines[: first - 1 if sent[0] in lines[first - 1] else first - 2])


def unstamped(lines: Sequence[str], begins_a_day: Callable[[str], bool]) -> Chat:
    """Take stamps and senders off the lines of a chat.

    A sender isn't called as a day is, unless all messages have one.
    """
    chat = Chat()
    waiting: str | None = None
    who = day = ""
    stamps = (_stamp(UNSEEN.sub("", line).strip()) for line in lines)
    rests = [one["rest"].strip() for one in stamps if one and one["date"] and one["rest"].strip()]
    # Where each message has its sender, so has that of somebody called as a day: "Me: thanks".
    all_named = all(map(SENDER.match, rests)) and not all(map(begins_a_day, rests))
    for position, line in enumerate(lines):
        plain = UNSEEN.sub("", line).strip()
        above = lines[max(0, position - MOST_ABOVE) : position]
        found = _stamp(plain) or (SENT.fullmatch(plain) if any(map(FROM.match, above)) else None)
        time_of_a_day = found and not found["date"] and not found["rest"] and begins_a_day(plain)
        if found and not time_of_a_day and (not found["date"] or written(found["date"])):
            chat.whole_day = chat.whole_day and not re.search(
                HALF, found[0][: found.start("rest")], re.I
            )
            waiting = found["date"] or day
            who = _sender(found, above)
            plain = found["rest"].strip()
            sender = SENDER.match(plain)
            if sender and (all_named or not begins_a_day(plain)):
                who, plain = spelling(sender.group().strip(" :")), plain[sender.end() :]
        elif between := DAY_BETWEEN.fullmatch(plain):
            day = between["date"]
        if plain and waiting is not None:
            chat.sent[position], waiting = waiting, None
            chat.senders[position] = who
        chat.lines.append(plain)
    for at, who in chat.senders.items():  # "ana lopes wrote" is she
        within = (one for one in chat.senders.values() if one and f" {one} " in f" {who} ")
        chat.senders[at] = min(within, key=len, default=who)
    return chat


def _sender(stamp: re.Match[str], above: Sequence[str]) -> str:
    """Return who a stamp names, or the lines above it do."""
    if said := stamp.groupdict().get("who"):
        return spelling(said.partition("<")[0]).strip()
    of_mail = next((one for line in reversed(above) if (one := FROM.match(line.strip()))), None)
    if of_mail:
        return spelling(of_mail["who"])
    named = spelling(re.split(r"[\[(\d]", stamp.group())[0]).strip(" ,:-[]")
    last = above[-1].strip() if above else ""
    is_name = 0 < len(last) <= LONGEST_NAME and last[-1].isalnum()
    return spelling(last) if is_name and not stamp["rest"] and len(named) <= 3 else named

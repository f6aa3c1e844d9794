"""A chat or a mail that has a plan in one of its messages, and talk about it in the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from runtall.errors.words import shown
from runtall.importers.base import Context, Notes
from runtall.importers.days.dates import dates_within, written
from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.names import meaning
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.texts.chats import Chat
from runtall.importers.texts.days_near import sent_on
from runtall.importers.texts.week_blocks import week_labels
from runtall.importers.weeks.prose import as_another
from runtall.importers.weeks.statements import Statement

# Days in the messages that have the plan, and their share of those of all messages; weeks that
# they name, unless they tell of every week; days of a message that tells a week.
FEWEST, SHARE, WEEKS, FEWEST_OF_WEEK = 7, 0.6, 2, 3


def plan_and_talk(chat: Chat, context: Context, notes: Notes) -> tuple[Chat, list[Statement]]:
    """Return a chat with nothing but the messages that have the plan, and what is said after it.

    It is one that names weeks, or several that date them. Only who has sent the plan changes it.
    A chat that tells its days bit by bit stays as it is, without the messages of others.
    """
    starts = sorted(chat.sent)
    messages = dict(zip(starts, [*starts[1:], len(chat.lines)], strict=False))
    lines = day_lines(chat.lines)
    days = {start: sum(map(len, lines[start:end])) for start, end in messages.items()}
    plan, names = _plan_of(chat, messages, days, week_labels(chat.lines, lines))
    every = any(meaning(name)[0] == "every_week" for name in names)
    count = sum(days[start] for start in plan)
    if count < max(FEWEST, SHARE * sum(days.values())) or not (every or len(names) >= WEEKS):
        return _of_one(chat, messages, days), []
    sent = sent_on(chat, context, needed=False)
    author, when = chat.senders.get(plan[0], ""), sent.get(plan[0], date.min)
    said = []
    for start, end in messages.items():
        day = sent.get(start)
        if start in plan or (day or when) < when or (day == when and start < plan[0]):
            continue
        if chat.senders.get(start, "") == author:
            said.append(Statement("\n".join(chat.lines[start:end]), day, start + 1))
        elif any(lines[start:end]) or dates_within(" ".join(chat.lines[start:end])):
            what = "messages from others than who sent the plan change nothing"
            notes.warn(what, shown(chat.lines[start][:60]))
    said.sort(key=lambda one: one.sent or when)
    # What is said right above belongs to it: "Mondays are rest".
    for start in reversed([start for start in starts if start < plan[0]]):
        if (chat.sent[start], chat.senders.get(start)) != (chat.sent[plan[0]], author):
            break
        plan.insert(0, start)
    kept = {at for start in plan for at in range(start, messages[start])}
    plain = [line if at in kept else "" for at, line in enumerate(chat.lines)]
    return replace(chat, lines=plain, sent={}, when=sent.get(plan[0])), said


def _plan_of(
    chat: Chat, messages: Mapping[int, int], days: Mapping[int, int], labels: Mapping[int, str]
) -> tuple[list[int], list[str]]:
    """Return which messages have the plan, and the names of its weeks.

    They are those with weeks that have dates, or numbers if several are sent on one day, of whoever
    sent the most of them; else the one with the most days, of several.
    """
    named = {
        start: [labels[at] for at in labels if start <= at < end]
        for start, end in messages.items()
        if days[start] >= FEWEST_OF_WEEK
        or any(map(as_another, chat.lines[start:end]))
        or (days[start] and any(at in labels and _is_dated(labels[at]) for at in range(start, end)))
    }
    # Days of weeks that are sent together can't be counted from when they are.
    sent = Counter(
        chat.sent[start] for start, names in named.items() if any(map(week_number, names))
    )
    at_once = max(sent.values(), default=0) > 1
    dated = [
        start
        for start, names in named.items()
        if any(map(_is_dated, names)) or (at_once and any(map(week_number, names)))
    ]
    by = Counter(chat.senders.get(start, "") for start in dated for _ in range(days[start]))
    author = max(by, key=lambda one: by[one], default="")
    plan = [start for start in dated if chat.senders.get(start, "") == author]
    best = max(messages, key=lambda one: days[one], default=0)
    if best not in plan:
        plan = [best] if len(messages) > 1 else []
    within = [at for at in labels if any(start <= at < messages[start] for start in plan)]
    return plan, [labels[at] for at in within]


def _is_dated(name: str) -> bool:
    return bool(written(start_of_week(name)))


def _of_one(chat: Chat, messages: Mapping[int, int], count: Mapping[int, int]) -> Chat:
    """Return a chat without the messages of others than who names most of its days."""
    days: Counter[str] = Counter()
    for start in messages:
        days[chat.senders.get(start, "")] += count[start]
    author, most = max(days.items(), key=lambda one: one[1], default=("", 0))
    if most < max(FEWEST, SHARE * sum(days.values())):
        return chat
    left_out = {
        at
        for start, end in messages.items()
        if chat.senders.get(start, "") != author
        for at in range(start, end)
    }
    lines = ["" if at in left_out else line for at, line in enumerate(chat.lines)]
    sent = {at: day for at, day in chat.sent.items() if at not in left_out}
    return replace(chat, lines=lines, sent=sent)


def when_said(chat: Chat, context: Context, at: int) -> date | None:
    """Return when the message was sent that a line belongs to."""
    sent = sent_on(chat, context, needed=False)
    return next((sent[start] for start in sorted(sent, reverse=True) if start <= at), None)

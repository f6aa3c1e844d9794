"""A chat or a mail that has a plan in one of its messages, and talk about it in the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from runtall.errors.words import shown
from runtall.importers.amendments import Statement
from runtall.importers.base import Context, Notes
from runtall.importers.chats import Chat
from runtall.importers.day_lines import day_lines, week_labels
from runtall.importers.days_near import sent_on
from runtall.importers.tables.dates import dates_within
from runtall.importers.tables.words import meaning

# Days in the message that has the plan, and their share of those of all messages; weeks that
# it names, unless it tells of every week.
FEWEST, SHARE, WEEKS = 7, 0.6, 2


def plan_and_talk(chat: Chat, context: Context, notes: Notes) -> tuple[Chat, list[Statement]]:
    """Return a chat with nothing but the message that has the plan, and what is said after it.

    Only who has sent the plan changes it. A chat that tells its days bit by bit stays as it is,
    without the messages of others.
    """
    starts = sorted(chat.sent)
    if len(starts) < 2:
        return chat, []
    ends = [*starts[1:], len(chat.lines)]
    lines = day_lines(chat.lines)
    labels = week_labels(chat.lines, lines)
    days = [sum(map(len, lines[a:b])) for a, b in zip(starts, ends, strict=True)]
    best = max(range(len(starts)), key=lambda one: days[one])
    names = [labels[at] for at in range(starts[best], ends[best]) if at in labels]
    every = any(meaning(name)[0] == "every_week" for name in names)
    if days[best] < max(FEWEST, SHARE * sum(days)) or not (every or len(names) >= WEEKS):
        return _of_one(chat, dict(zip(starts, zip(ends, days, strict=True), strict=True))), []
    sent = sent_on(chat, context, needed=False)
    author, when = chat.senders.get(starts[best], ""), sent.get(starts[best], date.min)
    said = []
    for start, end in zip(starts, ends, strict=True):
        day = sent.get(start)
        if start == starts[best] or (day or when) < when or (day == when and start < starts[best]):
            continue
        if chat.senders.get(start, "") == author:
            said.append(Statement("\n".join(chat.lines[start:end]), day, start + 1))
        elif any(lines[start:end]) or dates_within(" ".join(chat.lines[start:end])):
            what = "messages from others than who sent the plan change nothing"
            notes.warn(what, shown(chat.lines[start][:60]))
    said.sort(key=lambda one: one.sent or when)
    kept = [line if starts[best] <= at < ends[best] else "" for at, line in enumerate(chat.lines)]
    return replace(chat, lines=kept, sent={}, when=sent.get(starts[best])), said


def _of_one(chat: Chat, messages: Mapping[int, tuple[int, int]]) -> Chat:
    """Return a chat without the messages of others than who names most of its days."""
    days: Counter[str] = Counter()
    for start, (_, count) in messages.items():
        days[chat.senders.get(start, "")] += count
    author, most = max(days.items(), key=lambda one: one[1])
    if most < max(FEWEST, SHARE * sum(days.values())):
        return chat
    left_out = {
        at
        for start, (end, _) in messages.items()
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

"""A session card on a page."""

from __future__ import annotations

from collections.abc import Iterator

import htpy as h

from runtall.domain.problem import Problem
from runtall.exporters.card_item import EACH_HAND, CardItem, rest_words
from runtall.exporters.card_text import (
    REST,
    about,
    effort_words,
    needed,
    own_reserve,
    today_words,
    why_words,
)
from runtall.exporters.clean import one_line
from runtall.exporters.mobility_text import mobility_dose
from runtall.exporters.session_card import SessionCard
from runtall.progression.texts import say


def card(problem: Problem, key: str, drawn: SessionCard, *, new_page: bool) -> h.Element:
    """Return a card.

    Parameters
    ----------
    key
        What links to it end in.
    new_page
        Whether it begins a page of paper.
    """
    day = problem.days[drawn.session.day]
    start = f", {drawn.session.start:%H:%M}" if drawn.session.start else ""
    title, _, rest = drawn.headline.partition(" - ")
    classes = ["card", drawn.session.kind.value, *(["page"] if new_page else [])]
    return h.article(class_=classes, id=key, data_date=f"{day.date}", aria_labelledby=f"{key}-h")[
        h.header[
            h.p(".day")[
                h.time(datetime=f"{day.date}")[f"{day.label}{start}"],
                h.a(href=f"#week-{day.week}")[f"week {day.week}"],
            ],
            h.h3(id=f"{key}-h")[one_line(title)],
            h.p(".what")[one_line(rest)],
        ],
        h.ol(".sets")[(_item(drawn, item) for item in drawn.items)],
        h.div(".notes")[_notes(drawn)],
        bool(drawn.mobility)
        and h.div(".notes")[
            h.p[h.b[drawn.mobility_words]],
            h.ul[(h.li[mobility_dose(item).removeprefix("- ")] for item in drawn.mobility)],
        ],
        h.p(".fine")[" ".join(filter(None, (drawn.advice, drawn.safety, drawn.closing)))],
    ]


def _item(drawn: SessionCard, item: CardItem) -> h.Element:
    amount, bracket, rest = item.amount.partition(" (")
    pause = rest_words(item.entry)
    load, hand, bells = one_line(item.load).partition(EACH_HAND)
    return h.li[
        h.span(".n")[item.label],
        h.div(".what")[
            h.b(".x")[item.name],
            h.span(".load")[load, hand and h.small[hand + bells]],
            h.span(".dose")[
                h.strong[f"{item.entry.sets} \u00d7 {amount}"],
                f"{bracket}{rest}{own_reserve(drawn, item)}",
                pause and [", ", h.small[f"{REST}{pause}"]],
            ],
            h.span(".alt")[f"{say('way_out')} {item.way_out or say('way_out_none')}"],
        ],
        h.span(".boxes", aria_hidden="true")[(h.i for _ in range(item.entry.sets)), h.i(".w")],
    ]


def _notes(drawn: SessionCard) -> Iterator[h.Element]:
    """Write all that there is to know besides the sets, a line each."""
    notes = (f"{about(drawn, labels)}: {note}" for note, labels in needed(drawn))
    why = why_words(drawn) if drawn.why else ""
    lines = (drawn.warm_up, effort_words(drawn), today_words(drawn), *notes, why, drawn.neighbours)
    for line in lines:
        head, colon, rest = one_line(line).partition(": ")
        if line:
            yield h.p[h.b[f"{head}:"], f" {rest}"] if colon else h.p[head]

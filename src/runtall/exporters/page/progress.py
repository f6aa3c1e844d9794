"""How each exercise goes on: from where, how far, and a curve of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter

import htpy as h

from runtall.domain.problem import Problem
from runtall.exporters.card_item import EACH_HAND, CardItem
from runtall.exporters.session_card import SessionCard

WIDTH, HEIGHT, EDGE = 150, 30, 4
# Day, number and words of what is lifted or done.
Point = tuple[int, int, str]


def progress(problem: Problem, cards: Sequence[SessionCard]) -> h.Node:
    """Return a table with a row for each exercise that is done more than once."""
    lines = {key: _points(cards, key) for key in problem.exercises}
    rows = [
        _row(problem, problem.exercises[key].name, key, points)
        for key, points in lines.items()
        if len(points) > 1
    ]
    if not rows:
        return None
    heads = ("Exercise", "First", "Most")
    return h.section(aria_labelledby="progress")[
        h.h2("#progress")["Progress"],
        h.table(".progress")[
            h.caption["The weight where it grows, else what a set is."],
            h.thead[h.tr[(h.th(scope="col")[words] for words in heads)]],
            h.tbody[rows],
        ],
    ]


def _points(cards: Sequence[SessionCard], key: str) -> list[Point]:
    """Return the weights of an exercise by day, or where these don't grow, its amounts."""
    items = [
        (card.session.day, item)
        for card in cards
        for item in card.items
        if item.exercise.key == key
    ]
    weighed = [
        (day, item.entry.load_g, item.load.removesuffix(EACH_HAND))
        for day, item in items
        if item.entry.load_g is not None
    ]
    grows = any(grams > weighed[0][1] for _, grams, _ in weighed)
    return weighed if grows else [(day, *_amount(item)) for day, item in items]


def _amount(item: CardItem) -> tuple[int, str]:
    entry, words = item.entry, item.amount.partition(" (")[0].removesuffix(" per side")
    if entry.reps is not None:
        return entry.reps, f"{entry.reps} reps"
    return entry.distance_m or entry.hold_s or 0, words


def _row(problem: Problem, name: str, key: str, points: Sequence[Point]) -> h.Element:
    most = max(points, key=lambda point: point[1])
    first, week = points[0], problem.days[most[0]].week
    return h.tr[
        h.th(scope="row")[name, _curve(problem, name, key, points)],
        h.td[first[2]],
        h.td[most[2], h.small[f"week {week}"]],
    ]


def _curve(problem: Problem, name: str, key: str, points: Sequence[Point]) -> h.Element:
    """Return the steps of an exercise over all weeks of the plan."""
    low, high = (edge(number for _, number, _ in points) for edge in (min, max))
    days = len(problem.days) - 1

    def x(day: int) -> str:
        return f"{EDGE + (WIDTH - 2 * EDGE) * day / days:.0f}"

    def y(number: int) -> str:
        share = (number - low) / (high - low) if high > low else 0.5
        return f"{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share:.0f}"

    path = f"M{x(points[0][0])} {y(points[0][1])}"
    for (_, before, _), (day, number, _) in pairwise(points):
        path += f"H{x(day)}" + (f"V{y(number)}" if number != before else "")
    day, number, _ = points[-1]
    return h.svg(
        ".curve",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )[
        h.title(id=f"{key}-t")[f"{name}, week by week"],
        h.desc(id=f"{key}-d")[_steps(problem, points)],
        h.path(d=path),
        h.circle(cx=x(day), cy=y(number), r="3"),
    ]


def _steps(problem: Problem, points: Sequence[Point]) -> str:
    """Say each step: ``6 kg from week 1, 7 kg from week 4``."""
    first = [next(same) for _, same in groupby(points, key=itemgetter(2))]
    return ", ".join(f"{words} from week {problem.days[day].week}" for day, _, words in first)

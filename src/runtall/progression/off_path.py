"""Doses beside an exercise's path: deload, peak, taper, days elsewhere, the weeks after a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runtall.derivation.available_loads import Level, weighted
from runtall.domain.athlete import Athlete
from runtall.domain.exercise import LIGHT_KINDS, Exercise
from runtall.domain.phase import Phase
from runtall.progression.coming_back import Back, eased
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.exposures import Exposure
from runtall.progression.method import Done
from runtall.progression.path import Point, State
from runtall.progression.reduced_dose import reduced_dose
from runtall.progression.starting_load import Start, start_of
from runtall.progression.strength import fewest


def doses(
    exercise: Exercise,
    start: Start,
    athlete: Athlete,
    found: Sequence[Exposure],
    path: Sequence[Point],
) -> Iterator[Done]:
    """Yield the dose of each exposure: the path's, or what the last one on the path leaves."""
    planned, beside = iter(path), _Beside(exercise, start, athlete)
    for exposure in found:
        if exposure.in_base:
            point = next(planned)
            beside.reach(exposure, point.state)
            level = start.loads[point.state.level]
            yield Done(level, point.state.amount, exposure, point.alike, point.why)
        elif exposure.ease and exposure.eased:
            yield beside.eased(exposure, exposure.ease)
        else:
            yield beside.reduced(exposure)


class _Beside:
    """What an exercise has reached so far, and the smaller doses that follow from it."""

    def __init__(self, exercise: Exercise, start: Start, athlete: Athlete) -> None:
        self._exercise, self._start, self._athlete = exercise, start, athlete
        self._reached, self._rir = start.state, CAREFUL_RIR
        # Load of the peak, which may be one weight less than that of base: light is less than this.
        self._lighter: Level | None = None
        # What counts so far, by day: days off ease the last of it before them.
        self._done: list[tuple[int, State]] = []
        # What the first session after a gap, or after weeks without it, had, as long as nothing has
        # grown since.
        self._small: State | None = None
        # Whether that was a short gap's.
        self._short = False
        # The last gap after which it was eased.
        self._eased: Back | None = None
        # The last dose of all, where it was an eased one.
        self._last: Done | None = None
        # The dose of the first peak week, where that was a race's.
        self._raced: Done | None = None

    def reach(self, exposure: Exposure, state: State) -> None:
        """Take note of a dose on the path."""
        self._reached, self._rir, self._small = state, exposure.rir, None
        self._last = None
        self._done.append((exposure.day.index, state))

    def eased(self, exposure: Exposure, back: Back) -> Done:
        """Return the dose of a full session soon after a short gap, or after weeks without it."""
        less = back.reps_less(self._exercise, self._rir)
        state = self._before(back, exposure, less)
        amount = min(state.amount, max(fewest(self._exercise), state.amount - less))
        self._ease(State(state.level, amount), exposure)
        return Done(self._start.loads[state.level], amount, exposure)

    def reduced(self, exposure: Exposure) -> Done:
        """Return the dose of a reduced week, of peak and taper, or of a place with other loads."""
        if self._is_over(exposure):
            self._small = None
        last, small = self._last, self._small
        if last and exposure.raced and exposure.loads == last.exposure.loads:
            # No more than in the easier week, nor than usual; the weeks that follow hold it.
            usual = self._reduced(exposure)
            amount = min(last.amount, usual.amount) if usual.level == last.level else last.amount
            self._raced = Done(last.level, amount, exposure)
            return self._raced
        if small and exposure.eased:
            return Done(self._start.loads[small.level], small.amount, exposure)
        self._last = self._reduced(exposure)
        return self._last

    def _reduced(self, exposure: Exposure) -> Done:
        start, here = self._start, self._here(exposure)
        state, rir = self._reached, self._rir
        # An easier week soon after a gap isn't cut twice: it has what is small in both ways. A new
        # gap eases anew.
        anew = exposure.ease is not None and not self._again(exposure.ease)
        small = self._small if exposure.cut and here is start and not anew else None
        if exposure.ease and not small:
            # What is lighter isn't shortened for more in reserve, too.
            less = exposure.ease.reps_less(self._exercise, rir)
            state = self._before(exposure.ease, exposure, less)
            rir = exposure.ease.rir_before(rir)
            if exposure.lapsed:
                # Where all others are done as in the peak, this one stays in its range, too.
                least = min(self._exercise.low, self._reached.amount)
                state = replace(state, amount=max(state.amount, least))
        elif self._small and not small:
            state, rir = self._in_range(self._small, exposure), exposure.rir
        same = weighted(here.loads) == weighted(start.loads)
        working, whole = start.loads[state.level], start.loads[self._reached.level]
        if not same:
            # Nobody knows how another tool compares: begin with it.
            working = whole = here.loads[here.state.level]
            state, rir = here.state, CAREFUL_RIR
        loads = here.loads
        if exposure.kind in LIGHT_KINDS and same and self._lighter is not None:
            most = self._lighter.force
            whole = min(whole, self._lighter, key=lambda level: level.force)
            loads = tuple(level for level in loads if level.force <= most) or loads[:1]
        before = state
        # A first guess is light enough for an easier week: what grows then has it, too.
        fewer = exposure.fewer_sets or not self._done
        there = replace(
            exposure, loads=loads, back=None if small else exposure.ease, fewer_sets=fewer
        )
        state = reduced_dose(self._exercise, working, state.amount, rir, there, whole)
        if small:
            state = State(min(small.level, state.level), min(small.amount, state.amount))
        elif exposure.ease and here is start:
            # How light a light session is says nothing of those after it.
            self._ease(before if exposure.kind in LIGHT_KINDS else state, exposure)
        level, amount = here.loads[state.level], state.amount
        if self._done and level == start.loads[self._done[-1][1].level]:
            # Off the path nothing grows.
            amount = min(amount, self._done[-1][1].amount)
        raced = self._raced
        if raced and exposure.day.phase is Phase.PEAK and raced.level == level:
            amount = min(amount, raced.amount)
        if exposure.counts:
            self._lighter = level
            self._done.append((exposure.day.index, State(state.level, amount)))
        return Done(level, amount, exposure)

    def _ease(self, small: State, now: Exposure) -> None:
        """Take note of what a session had that was eased.

        What is small for longer, as after weeks without it, a short gap doesn't end.
        """
        short = now.back is not None and not now.back.restarts
        self._short = short and (self._small is None or self._short)
        self._small = small

    def _is_over(self, now: Exposure) -> bool:
        """Return whether a short gap is no longer felt: the peak holds the load of before it."""
        return self._short and now.day.phase is Phase.PEAK and not now.ease

    def _in_range(self, small: State, now: Exposure) -> State:
        """Return what is small after a gap; after base at the bottom of the range, if reached.

        What the first week back had under it was for that week. In a light session fewer sets leave
        more in reserve, and not fewer reps.
        """
        reached, low = self._reached, self._exercise.low
        if now.day.phase is Phase.BASE or reached.level != small.level:
            return small
        less = 0 if now.kind in LIGHT_KINDS else now.rir - self._rir
        return State(small.level, max(small.amount, min(low, reached.amount - less)))

    def _before(self, back: Back, now: Exposure, less: int) -> State:
        """Return what was done last before a gap, eased; in the peak what was lighter after one.

        That is an earlier one: a second week after the same gap has what its first one had. It is
        never heavier than what came back easier just before, nor longer.
        """
        earlier = [state for day, state in self._done if day < back.found.day]
        last, small = earlier[-1] if earlier else self._reached, self._small
        again = self._again(back)
        if now.day.phase is Phase.PEAK and small and small.level < last.level and not again:
            last = small
        self._eased = back
        state = eased(self._exercise, self._start.loads, last, back.load, less)
        if small is None or small.level > state.level or (again and small.level == state.level):
            return state
        return min(small, state)

    def _again(self, back: Back) -> bool:
        """Return whether it is the same gap as the one after which it was eased last."""
        return self._eased is not None and self._eased.found == back.found

    def _here(self, exposure: Exposure) -> Start:
        """Return the loads of the day, and where one begins with others than the usual ones.

        A weight that the runner chooses each time is the same choice everywhere.
        """
        if exposure.counts or exposure.loads == self._start.loads:
            return self._start
        here = start_of(self._exercise, exposure.loads, self._athlete)
        return self._start if here.loads == self._start.loads else here

"""What an entry of a session has to say beside its numbers: reasons, in one or two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from runtall.derivation.available_loads import (
    CHOICE,
    Level,
    difference,
    step_percent,
    weighted,
)
from runtall.derivation.first_guess import CARRY_SHARE
from runtall.domain.exercise import LIGHT_KINDS, Exercise, Measure, Pattern, SessionKind
from runtall.domain.library import records
from runtall.domain.phase import Phase
from runtall.domain.problem import Day, Problem
from runtall.domain.units import distance_words, height_words, load_words
from runtall.progression.exposures import Exposure, Hold, compared_with, loads_at, rests, spared
from runtall.progression.far_weights import far_words
from runtall.progression.improvised import bag_words
from runtall.progression.load_step import (
    FAR_PERCENT,
    ONCE,
    SMALL_PERCENT,
    Hindrance,
    is_far,
    times_at_top,
)
from runtall.progression.method import Done
from runtall.progression.path import ALIKE
from runtall.progression.sign_words import sign_words
from runtall.progression.starting_load import Start
from runtall.progression.strength import predicted, strength
from runtall.progression.substitution import ON_THIS_DAY, substitution
from runtall.progression.texts import listed, say, texts
from runtall.progression.urgency import SENTENCE_END, urgency

# What people call the kinds of session.
KIND_WORDS = {SessionKind(row["session"]): row["label"] for row in records("session_kinds.csv")}
# In the words of every band.
BAND = " band"
WEEK = 7
# With more left than this after a set a weight is too light.
MOST_LEFT = 4
# Weeks before the peak that are near it.
NEAR_WEEKS = 3
# What keeps a step away that is earned only after a gap.
BREAK = "break"
# Hindrances that last to the end, and as long as the load does.
FOR_GOOD = frozenset({Hindrance.NOTHING_MORE, Hindrance.TOO_MUCH})
LASTING = frozenset({Hindrance.NOTHING_MORE, Hindrance.TOO_MUCH, Hindrance.TOO_LARGE})


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one exercise through the plan.

    Parameters
    ----------
    start
        Where it begins.
    every
        All that is done of it, in order.
    told
        What was said once and is not said again: what it stands in for, a bag.
    steps
        By week, the session that took a step of load, and what is done where it was not earned.
    """

    problem: Problem
    exercise: Exercise
    start: Start
    every: Sequence[Done]
    told: set[str] = field(default_factory=set)
    steps: dict[int, tuple[str, str]] = field(default_factory=dict)

    def note(self, number: int, before: Done | None) -> str:
        """Say why an entry is as it is: substitution, first load, step of load, range left.

        Parameters
        ----------
        number
            Its index.
        before
            The last exposure that counts.
        """
        now, earlier = self.every[number], self.every[:number]
        newest = [done for done in earlier if done.exposure.kind is now.exposure.kind] or earlier
        fewer = (before, self._last(number), *newest[-1:])
        parts = [
            *(once := tuple(self._once(now.exposure))),
            "" if number else self.start.note,
            "" if number else self._spared(),
            sign_words(self.problem, now.exposure, [o.exposure for o in fewer if o]),
            "" if any(once) and not now.exposure.counts else self._load(number, before, now),
            self._range(number, before, now),
            self._far(number),
            self._one_up(number),
        ]
        sentences = SENTENCE_END.split(" ".join(filter(None, parts)))
        return " ".join(sorted(sentences, key=urgency))

    def _spared(self, begins: str = "") -> str:
        """Say why a press leaves more in reserve, or stays, while others hurt or irritate."""
        if not spared(self.problem, self.exercise):
            return ""
        hurts = spared(self.problem, self.exercise, self.problem.request.athlete.painful)
        return say(f"{begins}spared" if hurts else f"{begins}spared_overhead")

    def _last(self, number: int) -> Done | None:
        """Return what the card compares with."""
        earlier = [done.exposure for done in self.every[:number]]
        last = compared_with(self.problem, earlier, self.every[number].exposure)
        return None if last is None else self.every[earlier.index(last)]

    def _once(self, exposure: Exposure) -> Iterator[str]:
        """Yield what is said once: what it stands in for, and that it is done with a bag."""
        instead = substitution(self.problem, exposure.day, exposure.kind, exposure.entry)
        equipment = self.problem.equipment(exposure.day.index)
        units = self.problem.request.units
        loads = loads_at(self.problem, self.exercise, equipment)
        for words in (instead, bag_words(self.exercise, equipment, loads, units)):
            if words not in self.told or words.endswith(ON_THIS_DAY):
                self.told.add(words)
                yield words

    def _load(self, number: int, before: Done | None, now: Done) -> str:
        if before is None or now.exposure.ease:
            return ""
        sets, week = now.exposure.entry.sets, now.exposure.day.week
        if before.level == now.level:
            where, again = self.steps.get(week, ("", ""))
            counts = where and now.exposure.counts
            return say("step_there", where=where, again=f"{sets} x {again}") if counts else ""
        same = weighted((before.level,)) == weighted((now.level,))
        if now.exposure.counts and difference(before.level, now.level) > 0:
            again = self._again(before)
            self.steps[week] = (KIND_WORDS[now.exposure.kind], again)
            # The date is named where something easier, or weeks, lie between.
            near = now.exposure.day.index - before.exposure.day.index < 2 * WEEK
            direct = self.every[number - 1] is before and near
            step = say(
                f"step_{self.exercise.measure}",
                amount=self._amount(before),
                when="" if direct else f" on {before.exposure.day.short_date}",
                again=f"{sets} x {again}",
            )
            stand = say("stand_so", amount=self._amount(now), rir=f"{now.exposure.rir}")
            return f"{step} {stand}" if BAND in now.level.words else step
        if now.exposure.kind in LIGHT_KINDS and same:
            if now.level.load_g is None:
                return ""
            half = 2 * now.level.force < before.level.force
            return say("very_light_load") if half else ""
        if now.exposure.loads == before.exposure.loads:
            if self.every[number - 1].level == now.level:
                return ""  # said last time
            weight = now.level.load_g is not None
            return say("one_weight_less" if weight else "one_weight_less_level")
        if now.exposure.counts:
            return ""
        return say("light_here") if self._is_light(before, now) else say("what_there_is")

    def _is_light(self, before: Done, now: Done) -> bool:
        """Return whether the heaviest weight of a day leaves far more than it asks for."""
        exposure = now.exposure
        heaviest = now.level.load_g is not None and now.level == exposure.loads[-1]
        if (
            not (heaviest and exposure.elsewhere)
            or before.level.load_g is None
            or self.exercise.measure is not Measure.REPS
        ):
            return False
        asked = strength(self.exercise, before.level, before.amount, before.exposure.rir)
        return predicted(self.exercise, asked, now.level, 0) - now.amount > MOST_LEFT

    def _amount(self, done: Done) -> str:
        """Write reps, metres or seconds in the runner's units."""
        if self.exercise.measure is Measure.METRES:
            return distance_words(done.amount, self.problem.request.units)
        return f"{done.amount}{' s' if self.exercise.measure is Measure.SECONDS else ''}"

    def _again(self, done: Done) -> str:
        """Write amount and load of a set: ``12 at 10 kg``, ``12 (hands on 45 cm)``."""
        units = self.problem.request.units
        if done.level.load_g is not None:
            load = f" at {load_words(done.level.load_g, units)}"
        else:
            load = f" ({height_words(done.level.words, units)})" if done.level.words else ""
        return f"{self._amount(done)}{load}"

    def _range(self, number: int, before: Done | None, now: Done) -> str:
        """Name the overshoot and the slack that leave the range, and why something stands still."""
        exercise, exposure = self.exercise, now.exposure
        if exposure.lapsed:
            return self._lapsed(number)
        if not exposure.counts:
            return self._eased(now)
        # Peak weeks promise nothing, so they excuse nothing.
        top = now.amount == exercise.high and exposure.in_base
        long, again = now.alike > ALIKE, top and not exposure.more_sets
        same = before is not None and (before.level, before.amount) == (now.level, now.amount)
        if long or (again and same):
            # The last card has promised the next load unless this one says why not.
            if exposure.held and (now.amount < exercise.high or now.why not in LASTING):
                why = self._held(exposure)
                ahead = self._ahead(number)
                # One reason is enough: what keeps the next step away. But no third week is unsaid.
                if ahead and not long:
                    return ahead
                fewer = self._loses_sets(exposure)
                words = say("waits_fewer", why=why) if fewer else self._again_as(number, why=why)
                return f"{words} {ahead}".rstrip()
            if not long and before is not None and before.exposure.day.week == exposure.day.week:
                return self._ahead(number) or say("waits_week", why=say("held_once_a_week"))
            if long and self._spares(number):
                return self._again_as(number, why=say("held_reserve"))
            why = self._why(number) + self._when(number)
            if not long:
                return self._again_as(number, why=why)
            kind = "hold" if exercise.measure is Measure.SECONDS else exercise.pattern
            instead = "" if now.level is CHOICE else f" {say(f'instead_{kind}')}"
            return f"{self._again_as(number, why=why)}{instead}"
        if exposure.back:
            return ""
        if now.amount > exercise.high:
            why = self._why(number)
            if when := self._when(number):
                amount = self._before_step(number)
                big = why == say("no_step_too_large", amount=amount)
                why = say("big_step") if big else f"{why[0].upper()}{why[1:]}"
                return say("past_first", why=why, amount=amount, when=when)
            later = (difference(now.level, done.level) > 0 for done in self.every[number:])
            return say("past" if any(later) else "past_only", why=f"{why[0].upper()}{why[1:]}")
        heavier = before is None or difference(before.level, now.level) > 0
        if now.amount < exercise.low:
            return say("under" if heavier else "under_still", amount=f"{now.amount}")
        return self._ahead(number)

    def _eased(self, now: Done) -> str:
        """Say why an easier dose lies beside the range."""
        back = "_back" if now.exposure.back else ""
        if now.amount < self.exercise.low:
            return say(f"under_easy{back}")
        return say("above_back") if back and now.amount > self.exercise.high else ""

    def _again_as(self, number: int, why: str) -> str:
        """Say that it is the same again; where the last one was another, as which it is.

        So it agrees with what the card says of today. Where none has the same, it only says why
        nothing steps up.
        """
        now = self.every[number]
        last = self._last(number)
        fewer = self.every[number - 1].exposure.entry.sets < now.exposure.entry.sets
        if last and self.every[number - 1].exposure.lapsed and _dose(last) == _dose(now):
            # Last time it was easier.
            return say("waits_as_on", date=last.exposure.day.short_date, why=why)
        if last is None or (_dose(last) == _dose(now) and not fewer):
            return say("waits", why=why)
        kind = now.exposure.kind
        for done in reversed(self.every[:number]):
            if done.exposure.kind is kind and _dose(done) == _dose(now):
                return say("waits_as_on", date=done.exposure.day.short_date, why=why)
        return say(_of_level("no_step_today", now), why=why)

    def _spares(self, number: int) -> bool:
        """Return whether reps under the top stand, as more are left in reserve than last time."""
        now, week = self.every[number], self.every[number].exposure.day.week
        base = (o.exposure for o in self.every if o.exposure.in_base and o.exposure.day.week < week)
        *_, last = base
        reps = self.exercise.measure is Measure.REPS and now.amount < self.exercise.high
        return reps and now.exposure.rir > last.rir

    def _loses_sets(self, exposure: Exposure) -> bool:
        """Return whether it has fewer sets than in the last session of this kind."""
        every = (done.exposure for done in self.every)
        before = [o for o in every if o.kind is exposure.kind and o.day.index < exposure.day.index]
        return bool(before) and exposure.entry.sets < before[-1].entry.sets

    def _lapsed(self, number: int) -> str:
        """Say how long an exercise wasn't done; or not with this equipment, where it was."""
        loads, week = self.every[number].exposure.loads, self.every[number].exposure.day.week
        earlier = [done.exposure for done in self.every[:number] if done.exposure.day.week < week]
        first = next(done.exposure for done in self.every if done.exposure.day.week == week)
        same = (other for other in reversed(earlier) if other.loads == loads)
        last = next(same, earlier[-1])
        before = next(done for done in self.every if done.exposure is last)
        text = "lapsed" if last is earlier[-1] else "lapsed_kit"
        if not _easier(before, self.every[number]):
            if text == "lapsed_kit":
                # It was done meanwhile, and is as it was.
                return ""
            text = "lapsed_as_before"
        return say(text, weeks=f"{(first.day.index - last.day.index) // WEEK}")

    def _one_up(self, number: int) -> str:
        """Name the heights of the hands next to a first guess.

        What one step up is says a weight or a band by itself.
        """
        now = self.every[number]
        level = self._heavier(now)
        hands = now.level.words.startswith("hands") and now.exposure.in_base
        if number or level is None or not hands or not self.start.note:
            return ""
        far = step_percent(now.level, level) > FAR_PERCENT
        units = self.problem.request.units
        height = height_words(level.words, units)
        easier = [other for other in now.exposure.loads if other.force < now.level.force]
        down = say("one_down", level=height_words(easier[-1].words, units)) if easier else ""
        words = "one_up_far" if far else "one_up"
        return say(words, level=f"{height[0].upper()}{height[1:]}", down=down)

    def _far(self, number: int) -> str:
        """Say beside a first load when the next one may be taken though it is far heavier."""
        now, athlete = self.every[number], self.problem.request.athlete
        heavier = self._heavier(now)
        if number or heavier is None or heavier.load_g is None or now.level.load_g is None:
            return ""
        if not is_far(self.exercise, athlete, now.level, heavier) or self._step(number):
            return ""
        if spared(self.problem, self.exercise):
            return ""
        if self.exercise.key in athlete.loads:
            return say("far")
        units = self.problem.request.units
        return far_words(self.exercise, athlete, now.level, heavier, units)

    def _foreseen(self, number: int) -> list[Done]:
        """Return an entry and those after it up to an illness: nobody knows of one that comes."""
        ahead, today = self.every[number:], self.every[number].exposure.day.index
        ill = next((day.index for day in self.problem.days[today:] if day.ill), None)
        return [done for done in ahead if ill is None or done.exposure.day.index < ill]

    def _ahead(self, number: int) -> str:
        """Say what the next card will not bring, though all sets reach the top of the range today.

        The card promises the next load for next time, unless it says why not; and nothing under the
        top, unless it says that so much is enough.
        """
        now, week = self.every[number], self.every[number].exposure.day.week
        if now.amount < self.exercise.high:
            return self._enough(number)
        promised = now.exposure.in_base and now.level is not CHOICE
        if not promised or rests(self.problem, now.exposure):
            return ""
        later, ahead = self._later(number), self._foreseen(number)
        step = self._step(number)
        if not later:
            why = self._why(number) if self._lasts(now) else self._late(number)
        elif not ahead[1:]:
            return ""
        else:
            following, then = ahead[1].exposure, self.every[later[0]].exposure
            taken = step and step.week == then.day.week
            if now.why in FOR_GOOD and following.day.week != week:
                why = self._why(number)
            elif following is not then and (taken or later[0] >= number + len(ahead)):
                wait = "ahead_away" if following.elsewhere else "ahead_easier_week"
                wait = _gap(following) or say(wait)
                why = say("held_once_a_week") if following.day.week == week else wait
            elif taken:
                return ""
            else:
                why = _gap(following) or _gap(then) or self._kept_away(number, later[0])
        if step:
            return say("up_on", date=step.short_date, why=why)
        return say(_of_level("not_up", now), why=why)

    def _lasts(self, now: Done) -> bool:
        """Return whether what keeps the next load away does so however many weeks there are."""
        heavier = self._heavier(now)
        athlete = self.problem.request.athlete
        return (
            now.why in FOR_GOOD
            or heavier is None
            or is_far(self.exercise, athlete, now.level, heavier)
        )

    def _heavier(self, now: Done) -> Level | None:
        """Return the next load there is."""
        return next((lvl for lvl in now.exposure.loads if lvl.force > now.level.force), None)

    def _kept_away(self, number: int, later: int) -> str:
        """Say what forbids the next load in a later week, as far as it is no break."""
        then = self.every[later].exposure
        if self.every[number + 1].exposure.elsewhere:
            return say("ahead_away")
        if then.held:
            text = "lapsed" if then.held is Hold.COMING_BACK else then.held
            return say(f"ahead_{text}", **self._more_sets(number, later))
        return self._why(later, number)

    def _later(self, number: int) -> list[int]:
        """Return the indices of what counts in later weeks of base."""
        week = self.every[number].exposure.day.week
        numbered = enumerate(self.every)
        return [
            i for i, done in numbered if done.exposure.in_base and done.exposure.day.week > week
        ]

    def _enough(self, number: int) -> str:
        """Say that an amount under the top earns the next height, where the next week takes it."""
        now = self.every[number]
        later = self._later(number)
        then = self.every[later[0]] if later else now
        unforeseen = later and later[0] >= number + len(self._foreseen(number))
        if not now.exposure.in_base or unforeseen or difference(now.level, then.level) <= 0:
            return ""
        units, load_g = self.problem.request.units, then.level.load_g
        level = load_words(load_g, units) if load_g else height_words(then.level.words, units)
        return say("enough", amount=self._amount(now), level=level)

    def _more_sets(self, number: int, later: int) -> dict[str, str]:
        """Return what gets more sets in a later week, it or the other session, and on which day."""
        kind, then = self.every[number].exposure.kind, self.every[later].exposure
        every = (done.exposure for done in self.every)
        more = [one for one in every if one.day.week == then.day.week and one.more_sets]
        here = next((one for one in more if one.kind is kind), None)
        where = f"the {KIND_WORDS[more[0].kind]}" if more and here is None else "it"
        return {"where": where, "date": (here or next(iter(more), then)).day.short_date}

    def _step(self, number: int) -> Day | None:
        """Return the day of the next step of load, if the plan has one."""
        level = self.every[number].level
        later = (done for done in self._foreseen(number)[1:] if done.exposure.in_base)
        steps = (done.exposure for done in later if difference(level, done.level) > 0)
        return next((exposure.day for exposure in steps), None)

    def _when(self, number: int) -> str:
        """Say on which day the next step comes; nothing where the plan has none."""
        step = self._step(number)
        return say("when", date=step.short_date) if step else ""

    def _held(self, exposure: Exposure) -> str:
        """Say why nothing of it grows in this week."""
        every = [done.exposure for done in self.every]
        if exposure.held is Hold.COMING_BACK and not exposure.back:
            small = next(o for o in reversed(every[: every.index(exposure)]) if not o.counts)
            if small.lapsed:
                return say("held_lapsed")
        week = [other for other in every if other.day.week == exposure.day.week]
        where = next((KIND_WORDS[other.kind] for other in week if other.more_sets), "")
        return say(f"held_{exposure.held}", where=where)

    def _why(self, number: int, today: int | None = None) -> str:
        """Say what forbids the next load, maybe on the card of another day."""
        now, step = self.every[number], self._step(number)
        if now.level is CHOICE:
            return say("no_step_choice")
        heavier = self._heavier(now)
        why = now.why or (Hindrance.UNEARNED if heavier else Hindrance.NOTHING_MORE)
        if why is Hindrance.NOTHING_MORE and heavier:
            carry = self.exercise.pattern is Pattern.CARRY
            signs = self.problem.request.athlete.keep_carries_light if carry else ()
            causes = [sign.cause for sign in signs]
            light = say("no_step_stays_light", cause=listed(causes))
            return light if causes else say("no_step_short")
        if spared(self.problem, self.exercise) and why in LASTING and not step:
            return self._spared("no_step_")
        reason = why if why in LASTING else self._until(number, why, step)
        alike = (one for one in self.every[:number] if one.level == now.level)
        large = (one.why for one in alike if one.amount >= self.exercise.high)
        far = heavier and step_percent(now.level, heavier) > SMALL_PERCENT
        if reason is Hindrance.LATE and Hindrance.TOO_LARGE in large and far and not step:
            # What was too big a step before is no smaller for one more rep.
            reason = Hindrance.TOO_LARGE
        if reason is Hindrance.LATE:
            return self._late(number if today is None else today)
        if reason is Hindrance.TOO_MUCH and self.exercise.key in CARRY_SHARE:
            two = self.exercise.two_hands
            share = f"{CARRY_SHARE[self.exercise.key] * (1 + two) // 10}"
            return say("no_step_carry", share=share, hands=" in both hands" if two else "")
        if reason is Hindrance.TOO_LARGE and heavier and not step:
            return self._too_large(now.level, heavier)
        if reason == BREAK:
            return next(filter(None, (_gap(done.exposure) for done in self._foreseen(number))))
        if reason is Hindrance.TOO_LARGE:
            return say("no_step_too_large", amount=self._before_step(number))
        return say(_of_level(f"no_step_{reason}", now))

    def _before_step(self, number: int) -> str:
        """Return the amount that comes before the next step of load."""
        level = self.every[number].level
        ahead = (done for done in self._foreseen(number) if done.exposure.in_base)
        return self._amount([*takewhile(lambda done: done.level == level, ahead)][-1])

    def _too_large(self, level: Level, heavier: Level) -> str:
        """Say that a step never comes; once between which weights it would be."""
        if level.load_g is None or heavier.load_g is None:
            return say("no_step_never")
        units = self.problem.request.units
        now, following = (load_words(load_g, units) for load_g in (level.load_g, heavier.load_g))
        words = say("no_step_coarse", now=now, next=following)
        if words in self.told:
            return say("no_step_never")
        self.told.add(words)
        return words

    def _late(self, number: int) -> str:
        """Say that base ends too soon for a step; far from its end, that others take the weeks.

        Or that it ends before a step can be earned.
        """
        ahead = [done.exposure for done in self._foreseen(number)]
        now = ahead[0].day.week
        weeks = self.problem.weeks[now:]
        after = next((week for week in weeks if week.phase is not Phase.BASE), weeks[-1])
        before = weeks[: after.number - now - 1]
        done = [one for one in ahead if now < one.day.week < after.number]
        full = {one.day.week for one in done if one.in_base}
        there = {
            "back": any(one.back for one in done),
            "raced": any(one.day.near_race for one in done),
            "easier": any(week.easier for week in before),
            "cutback": any(week.cutback and not week.easier for week in before),
            "away": any(week.elsewhere and week.number not in full for week in before),
        }
        between = listed([say(f"between_{what}") for what, lies in there.items() if lies])
        if after.number - now <= NEAR_WEEKS:
            return say("no_step_late", phase=f"{after.phase}")
        if self.every[number].why is Hindrance.UNEARNED and self._takes_twice(number):
            return say("no_step_earned_late")
        if between:
            return say("no_step_few_weeks", phase=f"{after.phase}", between=between)
        return say("no_step_no_week", phase=f"{after.phase}")

    def _takes_twice(self, number: int) -> bool:
        """Return whether one session at the top doesn't earn the next load."""
        now = self.every[number]
        heavier, experience = self._heavier(now), self.problem.request.athlete.experience
        return (
            heavier is not None
            and times_at_top(self.exercise, experience, now.level, heavier) > ONCE
        )

    def _until(self, number: int, why: Hindrance, step: Day | None) -> str:
        """Return what keeps the next load away, until its step or to the end of base."""
        level = self.every[number].level
        ahead = [done for done in self._foreseen(number) if done.exposure.in_base]
        stay = list(takewhile(lambda done: done.level == level, ahead))
        reasons = [done.why for done in stay if done.why not in {None, Hindrance.UNEARNED}]
        if step:
            return Hindrance.TAKEN if Hindrance.TAKEN in reasons else why
        if why is Hindrance.UNEARNED:
            # Once it is earned, something else keeps it away.
            breaks = any(done.exposure.back for done in ahead[len(stay) :][:1])
            return next(filter(None, reasons), BREAK if breaks else Hindrance.LATE)
        return why


def _of_level(text: str, done: Done) -> str:
    """Return the text of what has no weight but levels, where there is one."""
    level = f"{text}_level"
    return level if level in texts() and done.level.load_g is None else text


def _gap(exposure: Exposure) -> str:
    """Say how long nothing is done before an exposure that comes back from a gap."""
    back = exposure.back
    if back and back.found.after_small:
        return say("ahead_resuming")
    return say("ahead_coming_back", days=f"{back.found.days - 1}") if back else ""


def _dose(done: Done) -> tuple[Level, int, int]:
    """Return load, amount and sets."""
    return done.level, done.amount, done.exposure.entry.sets


def _easier(before: Done, now: Done) -> bool:
    """Return whether a dose has anything less, or leaves more reps in reserve."""
    less = now.amount < before.amount or now.exposure.entry.sets < before.exposure.entry.sets
    reps = now.exposure.entry.distance_m is None and now.exposure.entry.hold_s is None
    spare = reps and now.exposure.rir > before.exposure.rir
    return less or spare or difference(before.level, now.level) < 0

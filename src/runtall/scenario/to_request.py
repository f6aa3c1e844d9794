"""From the schema's models to the request of the domain."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from runtall.domain.athlete import SIGNS, Athlete, Experience, KnownLoad
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Ban, Fix, Request
from runtall.domain.scenario import Publication
from runtall.domain.units import GRAMS, thousandths
from runtall.scenario.to_access import access
from runtall.scenario.to_equipment import USUAL, equipment

if TYPE_CHECKING:
    from datetime import date

    from runtall.domain.calendar import Calendar
    from runtall.domain.own_strength import OwnSession
    from runtall.domain.run_plan import RunPlan
    from runtall.scenario.schema import ScenarioFile
    from runtall.scenario.schema.athlete import AthleteSection
    from runtall.scenario.schema.strength import Strength


def to_request(
    model: ScenarioFile,
    calendar: Calendar,
    runs: RunPlan,
    before: RunPlan = (),
    own: tuple[tuple[OwnSession, ...], ...] = (),
) -> Request:
    """Say what decides the plan in the words of the domain."""
    strength = model.strength
    phases, peak = model.phases, strength.sessions.peak
    return Request(
        calendar=calendar,
        runs=tuple(runs),
        before=tuple(before),
        phases=None if isinstance(phases, str) else (phases.peak, phases.taper),
        own=own,
        starts=0 if model.starts is None else max(0, (model.starts - calendar.first_date).days),
        access=access(model.availability, calendar, model.units),
        athlete=_athlete(model.athlete),
        equipment=equipment(model.equipment, USUAL[model.units]),
        base_sessions=strength.sessions.base,
        peak_sessions=(peak[0], peak[1]) if isinstance(peak, list) else (peak, peak),
        taper_sessions=strength.sessions.taper,
        minutes=strength.minutes,
        fixes=_fixes(strength),
        bans=_bans(strength),
        avoid=frozenset(strength.exercises.avoid),
        prefer=tuple(dict.fromkeys(strength.exercises.prefer)),
        mobility_per_week=strength.mobility_per_week,
        after_run_minutes=model.output.start.after_run_minutes,
        units=model.units,
        timezone=model.timezone,
        weights={
            rule: choice.weight
            for rule, choice in sorted(model.rules.items())
            if not isinstance(choice, str)
        },
        off=frozenset(rule for rule, choice in model.rules.items() if isinstance(choice, str)),
    )


def _fixes(strength: Strength) -> tuple[Fix, ...]:
    fixes = (Fix(SessionKind(fix.session), fix.day, fix.week) for fix in strength.fix)
    return tuple(sorted(fixes, key=lambda fix: (fix.kind, fix.week or 0, fix.weekday)))


def _bans(strength: Strength) -> tuple[Ban, ...]:
    bans = (
        Ban(ban.day, SessionKind(ban.session) if ban.session else None, ban.week)
        for ban in strength.ban
    )
    return tuple(sorted(bans, key=lambda ban: (ban.kind or "", ban.week or 0, ban.weekday or "")))


def _athlete(section: AthleteSection) -> Athlete:
    return Athlete(
        experience=Experience(section.experience),
        body_mass_g=thousandths(section.body_mass_kg, section.body_mass_lb, GRAMS["lb"]),
        signs={sign: getattr(section.signs, sign) for sign in SIGNS},
        posture_sags=section.posture_sags,
        overhead_irritates=section.overhead_irritates,
        painful=frozenset(section.painful),
        push_ups=section.push_ups,
        loads={
            key: KnownLoad(
                thousandths(load.kg, load.lb, GRAMS["lb"]) or 0, load.reps or 1, load.rir
            )
            for key, load in sorted(section.loads.items())
        },
        sex=section.sex,
        age=section.age,
    )


def to_publication(model: ScenarioFile, stem: str) -> Publication:
    """Say how the plan is written; a file's stem names a scenario without a name."""
    name = model.name or stem
    return Publication(
        name=name,
        plan_id=model.id or _plan_id(name, model.race_date),
        timezone=model.timezone,
        units=model.units,
        include=frozenset(model.output.include),
        reminder_minutes=model.output.reminder_minutes,
        link=model.output.link or "",
    )


def _plan_id(name: str, race_date: date) -> str:
    """Return name and race date as one word: ``spring-marathon-2027-04-25``."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = re.sub(r"[\W_]+", "-", plain).strip("-")
    return f"{words or 'plan'}-{race_date}"

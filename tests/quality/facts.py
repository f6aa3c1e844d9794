"""What the guide says, fact by fact in our own words, and where a runner meets each.

A place is what somebody reads without opening ``plan.json``: the ``screen`` after ``solve``, a
session's ``card``, the first event (``how`` the plan works), a ``mobility`` event, the ``table``
or the ``readme``. Behind it stands what must be found there.
"""

from __future__ import annotations

FACTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("a body that sinks late pays for it", {"how": "arms, back and trunk let the body sink"}),
    ("good for posture, arm swing, trunk", {"how": "posture late.*arm swing(.|\n)*a steady trunk"}),
    ("control, not the heaviest weight", {"how": "control counts, the heaviest weight"}),
    ("five signs", {"how": "shoulders rise or your neck.*trunk turns.*hands cross.*hills fade"}),
    ("one weak link, no cure", {"how": "one weak link out of the chain.*no cure|weak link"}),
    ("signs change the plan", {"how": "athlete.signs, and the plan gives more where it helps"}),
    ("four areas", {"how": "Four areas", "table": "upper back.*chest and triceps.*core"}),
    ("pushing alone rounds the shoulders", {"how": "chest and arms alone draw the shoulders"}),
    ("two short sessions a week", {"how": "Two short sessions a week", "screen": "pull.*push"}),
    ("after an easy run", {"how": "Best is after an easy run", "card": "after the easy run"}),
    ("on a day without a run, short", {"how": "on a day without a run, short"}),
    ("after speed work, small", {"how": "after speed work, small"}),
    (
        "fresh for the long run, and why",
        {"how": "before the long run.*tired upper back"},
    ),
    ("what soreness comes from", {"how": "Soreness comes from what is new, from too many sets"}),
    ("some reps stay in reserve", {"card": "with 3 in reserve", "how": "With 2 in reserve"}),
    ("no grinding", {"how": "a second up and two down.*no grinding"}),
    ("four patterns, few moves", {"how": "Few moves, four patterns: pull, push, carry, core"}),
    ("pulls come from the shoulder blades", {"how": "move the shoulder blades.*Only the biceps"}),
    ("face pulls light and strict", {"how": "Light and strict", "card": r"Face pull: .*\(12-20\)"}),
    ("push-ups for everybody", {"how": "hands as high as you need", "card": "hands on 45 cm"}),
    ("palms facing each other", {"how": "Dumbbell bench press: Palms facing each other"}),
    ("overhead light to moderate", {"how": "overhead press stays light to moderate"}),
    ("a swap for overhead", {"how": "a landmine or an incline press takes its place"}),
    ("pain is a stop sign", {"card": "Pain ends the exercise", "readme": "Pain is a stop sign"}),
    (
        "three carries, upright",
        {"how": "side, on both or in front(.|\n)*first lean or shrug"},
    ),
    ("the core resists movement", {"how": "resist movement instead of making it"}),
    ("8 to 16 weeks before the race", {"how": "last 8 to 16 weeks before the race"}),
    ("half an hour or a little more", {"how": "full ones take 30 to 40 minutes"}),
    ("five minutes of warm-up", {"card": "Warm-up, 5 min: easy cardio.*shoulder circles, band"}),
    ("two templates with ranges", {"card": r"\(8-12\)(.|\n)*\(6-10\)(.|\n)*\(20-40 m\)"}),
    ("reps stay in ranges", {"table": "reps_low,reps_high", "how": "in a range of 8 to 12"}),
    ("a couple of clean reps left", {"how": "two clean reps are still in you"}),
    (
        "reps first, then weight",
        {"how": "rep or two a set up to the top.*a little more weight"},
    ),
    ("one set more, of one exercise", {"how": "one more set of one exercise"}),
    ("carries grow by 5 to 10 m", {"how": "5 m to 10 m more in a carry", "card": "farther"}),
    ("one thing at a time", {"how": "One thing grows at a time"}),
    ("a one-rep maximum is estimated", {"how": "estimate of your one-rep maximum.*never tested"}),
    ("base builds with two sessions", {"how": "Base weeks build, with two sessions"}),
    ("peak: fewer sets", {"how": "fifth to two fifths fewer sets", "card": "Peak: fewer sets"}),
    ("taper: one light session", {"how": "In the taper one light", "card": "Light and mobility"}),
    ("too much too soon", {"how": "everything at once is what makes runners sore"}),
    ("a pinch has four ways out", {"how": "palms facing each other, a shorter way, another angle"}),
    ("pain that stays", {"card": "after a week of it see a professional", "how": "clinician"}),
    ("lifting must not drag key runs", {"how": "key run drag.*a set less.*nothing new"}),
    ("mobility after easy runs", {"mobility": "after your easy run(.|\n)*pec stretch: 30-45 s"}),
    ("no long stretching", {"mobility": "nobody needs an evening of stretching.*upper spine"}),
    ("sleep and food", {"mobility": "Sleep and eat enough", "how": "sleep and food"}),
    (
        "the sample week",
        {"screen": "easy pull.*work.*easy push", "readme": "mon: easy, tue"},
    ),
    ("a long run on Sunday", {"how": "long run is on Sunday, the second session lies earlier"}),
    ("further reading", {"how": "britannica(.|\n)*acefitness(.|\n)*nsca(.|\n)*runnersconnect"}),
    ("closing words", {"card": "Keep in mind: two short sessions a week, pulls first"}),
    ("nothing new in the peak", {"how": "no new exercise", "card": "Nothing heavier this week"}),
)

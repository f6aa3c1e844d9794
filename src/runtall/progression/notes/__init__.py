"""What an entry of a session has to say beside its numbers: reasons, in one or two sentences."""

from __future__ import annotations

from runtall.progression.notes.course import Course
from runtall.progression.notes.first_time import first_words, once
from runtall.progression.notes.growth import growth_note
from runtall.progression.notes.new_load import load_note
from runtall.progression.sign_words import sign_words
from runtall.progression.urgency import SENTENCE_END, urgency

__all__ = ["Course", "note"]


def note(course: Course, number: int) -> str:
    """Say why an entry is as it is: substitution, first load, step of load, range left.

    Parameters
    ----------
    course
        Of its exercise: the notes of an exercise are asked for in order.
    number
        Its index there.
    """
    now, earlier = course.every[number].exposure, course.every[:number]
    newest = [done for done in earlier if done.exposure.kind is now.kind] or earlier
    fewer = (course.before(number), course.last(number), *newest[-1:])
    told = tuple(once(course, now))
    parts = [
        *told,
        *(() if number else first_words(course)),
        sign_words(course.problem, now, [done.exposure for done in fewer if done]),
        "" if any(told) and not now.counts else load_note(course, number),
        growth_note(course, number),
    ]
    sentences = SENTENCE_END.split(" ".join(filter(None, parts)))
    return " ".join(sorted(sentences, key=urgency))

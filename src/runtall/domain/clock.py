"""What a clock shows: the day, and times of which it skips an hour on one night a year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta


def today() -> date:
    """Return the day that this computer says it is."""
    return date.today()


def existing(day: date, at: time, timezone: str) -> time:
    """Return a time of day, or where the clocks skip it, the time as far behind what they skip.

    That is what calendars make of such a time (RFC 5545, 3.3.5), and so long after midnight it is.

    Parameters
    ----------
    timezone
        IANA name.
    """
    from zoneinfo import ZoneInfo  # most scenarios have no times

    moment = datetime.combine(day, at, ZoneInfo(timezone))
    real = moment.astimezone(UTC).astimezone(moment.tzinfo)
    # Where a whole day is skipped no time of it exists.
    return real.time() if real.date() == day else at


def skips(day: date, timezone: str) -> bool:
    """Return whether the clocks go forward on a day."""
    from zoneinfo import ZoneInfo

    midnight = datetime.combine(day, time.min, ZoneInfo(timezone))
    after = midnight + timedelta(days=1)
    return (after.utcoffset() or timedelta(0)) > (midnight.utcoffset() or timedelta(0))

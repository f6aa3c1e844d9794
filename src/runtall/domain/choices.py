"""Words of which one is chosen, at several doors alike."""

from __future__ import annotations

# What a run plan file can be: told by its content, or named.
FORMATS = ("auto", "csv", "wide_csv", "ics", "calendar_hack", "pasted", "intervals_icu")
# How a file writes 25 April: 25/4, 4/25; or with the year first.
DATE_ORDERS = ("dmy", "mdy", "ymd")
# First days of a week.
WEEK_STARTS = ("mon", "sun", "sat")
# What the runner's own strength sessions are.
AUTO, UPPER, LEGS, IGNORE = "auto", "upper", "legs", "ignore"
OWN_STRENGTH = (AUTO, UPPER, LEGS, IGNORE)
# What a calendar can hold, in order.
CONTENTS = ("strength", "mobility", "runs")

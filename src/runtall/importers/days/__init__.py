"""Which day is meant: dates in any style, weekdays, numbers of weeks."""

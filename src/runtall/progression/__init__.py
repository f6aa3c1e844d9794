"""From decided sets to reps, metres, effort and minutes: pure functions."""

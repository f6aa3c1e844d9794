"""Many plans: combinations of settings, the runners of a club, the points of a front."""

"""Two tiers against each other: what one costs in terms of the other, point by point."""

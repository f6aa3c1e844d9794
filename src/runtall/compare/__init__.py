"""Many plans: side by side, every combination of some settings, every runner of a club."""

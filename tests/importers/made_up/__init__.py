"""Made-up run plans in twelve languages, and how well they are read."""

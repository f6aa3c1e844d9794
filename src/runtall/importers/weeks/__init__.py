"""Weeks of a plan: where they lie, what is the same again, what is said of them later."""

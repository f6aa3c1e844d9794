"""Data files: one record a row, each with its source. No code."""

"""Run plan files."""

"""The soft rules, one room each."""

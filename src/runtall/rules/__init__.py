"""The hard rules, one room each."""

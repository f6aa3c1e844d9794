"""From what a file has for each day to the run plan."""

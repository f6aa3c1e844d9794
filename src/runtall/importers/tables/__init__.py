"""Tables of run plans: from cells to columns by their meaning, to dated days."""

"""The staged solve and what it can say."""

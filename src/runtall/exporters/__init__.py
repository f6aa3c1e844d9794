"""From a decided plan to files, and back."""

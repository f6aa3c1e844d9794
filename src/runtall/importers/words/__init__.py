"""What words and numbers of a plan are: spelling, language, units, lengths."""

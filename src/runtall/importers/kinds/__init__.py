"""What a title means: from the words of its language to a kind of run."""

"""Whether plans are good, apart from whether they are correct."""

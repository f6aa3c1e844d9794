"""Epley's line: one rep more or less is a thirtieth of the one-rep maximum."""

EPLEY = 30


def load_for(load_g: int, reps: int, others: int) -> int:
    """Return the load that asks for the same strength in another number of reps.

    Parameters
    ----------
    load_g
        Weight in grams.
    reps, others
        Reps to failure, done or left, at that weight and at the one returned.
    """
    return load_g * (EPLEY + reps) // (EPLEY + others)


def reps_for(load_g: int, reps: int, other_g: int) -> int:
    """Return the reps to failure with another load that ask for no more strength.

    Parameters
    ----------
    load_g, other_g
        Weights in grams: the one that was done, and the other.
    reps
        Reps to failure, done or left, at the first.
    """
    return load_g * (EPLEY + reps) // other_g - EPLEY

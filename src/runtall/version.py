"""The version of runtall, for all floors of the house: no module asks the top one for it."""

__version__ = "0.1.0"

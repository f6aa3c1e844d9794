"""Upper-body strength for marathon runners, placed around the run plan and proven optimal."""

__version__ = "0.1.0"

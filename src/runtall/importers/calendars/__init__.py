"""Calendars (``.ics``): events and their times."""

"""Calendars, periods, stages, timelines: what the law makes of dates. Pure."""

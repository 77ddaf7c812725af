"""A day as somebody has typed it on a page of the desk."""

from datetime import date


def day_typed(typed: str) -> date | None:
    """Return a day that was typed; None where it is none, or could be two."""
    # Loaded late: it knows months in three languages.
    from talqy.intake.form_days import day_of  # noqa: PLC0415

    return None if typed.isdecimal() else day_of(typed, "UTC")

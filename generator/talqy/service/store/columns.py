"""How values lie in columns, the same in SQLite and PostgreSQL."""

# ruff: noqa: ARG002 - SQLAlchemy asks with the dialect, and here nothing depends on it

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text, TypeDecorator

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """A moment as text, in UTC to the microsecond: it sorts as it passes, in every database."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text of a moment."""
        return None if value is None else value.astimezone(UTC).strftime(_FORM)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401 - as the driver gives it
        """Return the moment of a text."""
        return None if value is None else datetime.strptime(value, _FORM).replace(tzinfo=UTC)


class DayText(TypeDecorator[date]):
    """A day as it is written in our files."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Return the text of a day."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: ANN401 - as the driver gives it
        """Return the day of a text."""
        return None if value is None else date.fromisoformat(value)


class TextsByName(TypeDecorator[Mapping[str, str]]):
    """Texts by their names, as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, str] | None, dialect: Dialect) -> str:
        """Return the JSON of texts."""
        return json.dumps(dict(value or {}), ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: Any, dialect: Dialect) -> Mapping[str, str]:  # noqa: ANN401 - as the driver gives it
        """Return the texts of JSON."""
        return dict(json.loads(value)) if value else {}

"""Where each record lives in the project's tree. The folder says what the file is about."""

from datetime import date

PROJECT = "standards/project.yaml"


def standard_file(standard: str) -> str:
    """Return the file of a standard's lasting data."""
    return f"standards/{standard}/standard.yaml"


def revision_file(standard: str, revision: int) -> str:
    """Return the file of one revision."""
    return f"standards/{standard}/revisions/r{revision}.yaml"


def history_file(standard: str) -> str:
    """Return the file of the record of a standard."""
    return f"standards/{standard}/history.yaml"


def comment_file(standard: str, revision: int, received: date, comment: str) -> str:
    """Return the file of one comment."""
    return f"comments/{standard}/r{revision}/{received.isoformat()}/{comment}.yaml"


def response_file(standard: str, revision: int, received: date, comment: str) -> str:
    """Return the file of the response to one comment: beside the comment."""
    return f"comments/{standard}/r{revision}/{received.isoformat()}/{comment}.response.yaml"

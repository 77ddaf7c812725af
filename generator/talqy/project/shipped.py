"""Where the shipped templates are: inside the wheel, or at the root of a checkout.

A project's own `site_templates/` comes before them, file by file.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the tool."""
    inside = _PACKAGE / "site_templates"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "site_templates"


def folders(root: Path, name: str) -> tuple[Path, ...]:
    """Return the folders in which templates of one sort are looked for, the project's first."""
    own, shipped = root / "site_templates" / name, shipped_templates() / name
    return (own,) if own.resolve() == shipped.resolve() else (own, shipped)

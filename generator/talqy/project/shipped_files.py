"""Where the files lie that ship with the tool, and those that a project lays over them.

Templates lie inside the wheel, or at the root of a checkout; a project's own `site_templates/`
comes before them, file by file.
"""

from pathlib import Path

from talqy.model import paths

PACKAGE = Path(__file__).parent.parent


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the tool."""
    inside = PACKAGE / paths.TEMPLATES
    return inside if inside.is_dir() else PACKAGE.parent.parent / paths.TEMPLATES


def shipped_lock() -> str:
    """Return what a project's workflows install besides the tool: exact versions, with digests."""
    inside = PACKAGE / "requirements.txt"
    locked = inside if inside.is_file() else PACKAGE.parent.parent / "requirements" / "site.txt"
    return locked.read_text("utf-8")


def folders(root: Path | None, name: str) -> tuple[Path, ...]:
    """Return the folders in which templates of one sort are looked for, the project's first.

    Without a project (`None`) they are ours alone.
    """
    shipped = shipped_templates() / name
    if root is None:
        return (shipped,)
    own = root / paths.TEMPLATES / name
    return (own,) if own.resolve() == shipped.resolve() else (own, shipped)

"""The tool as one file, so that a project's workflows install what its people have looked at.

No index is asked for `talqy`: whoever registers that name there would run on the ministry's
runners. The wheel is made of the files that run here, and is the same to the byte each time.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import talqy
from talqy.model.litter import is_litter
from talqy.project.shipped_files import shipped_lock, shipped_templates

_WHEEL = "Wheel-Version: 1.0\nGenerator: talqy\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_LOCK = "talqy/requirements.txt"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE_BY_PYTHON = "__pycache__"


def wheel_name() -> str:
    """Return the name of the wheel of this version."""
    return f"talqy-{talqy.__version__}-py3-none-any.whl"


def own_wheel() -> bytes:
    """Return the wheel of the tool that runs: its package, its templates, its lock."""
    about = f"talqy-{talqy.__version__}.dist-info"
    files = dict(_package())
    installed = distribution("talqy")
    for name in ("METADATA", "entry_points.txt", "licenses/LICENSE"):
        files[f"{about}/{name}"] = (installed.read_text(name) or "").encode()
    files[f"{about}/WHEEL"] = _WHEEL.encode()
    files[f"{about}/RECORD"] = _record(files, f"{about}/RECORD").encode()
    return _zipped(files)


def _package() -> Iterator[tuple[str, bytes]]:
    package = Path(talqy.__file__).parent
    yield from _below(package, "talqy")
    templates = shipped_templates()
    yield from _below(templates, f"talqy/{templates.name}")
    yield _LOCK, shipped_lock().encode()


def _below(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        is_made = _MADE_BY_PYTHON in parts or file.suffix == ".pyc"
        if file.is_file() and not is_made and not any(map(is_litter, parts)):
            yield "/".join((name, *parts)), file.read_bytes()


def _record(files: Mapping[str, bytes], own: str) -> str:
    lines = [f"{name},{_digest(data)},{len(data)}" for name, data in sorted(files.items())]
    return "\n".join([*lines, f"{own},,", ""])


def _digest(data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"sha256={digest}"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o100644 << 16
            archive.writestr(info, data)
    return made.getvalue()

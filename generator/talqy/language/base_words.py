"""The words of a commit, laid out for the catalogues, which read folders."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def words_of(messages: Mapping[str, bytes]) -> Iterator[Path]:
    """Lay out the base's own words: whatever the project's folder holds may be the head's."""
    with tempfile.TemporaryDirectory(prefix="talqy-") as folder:
        place = Path(folder, "site_templates", "messages")
        place.mkdir(parents=True)
        for name, data in messages.items():
            place.joinpath(name).write_bytes(data)
        yield Path(folder)

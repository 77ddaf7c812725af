"""A mail server of this computer that sends nothing on: each letter lies as a text in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

LETTERS = "letters"
"""The folder of letters, in that of a rehearsal."""


@dataclass
class KeptLetters:
    """Takes all letters; each is a file: to whom, about what, and its words."""

    folder: Path

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep a letter as it is read, and number it."""
        letter = message_from_bytes(cast("bytes", envelope.content), policy=default)
        body = letter.get_body(("plain", "html"))
        words = str(body.get_content()) if body else ""
        number = sum(1 for _ in self.folder.glob("*.txt")) + 1
        heads = f"To: {letter['To']}\nSubject: {letter['Subject']}\n\n"
        (self.folder / f"{number:04d}.txt").write_text(heads + words, "utf-8")
        return "250 OK"


@contextmanager
def letters_kept(folder: Path, port: int) -> Iterator[None]:
    """Let the server listen, and keep letters in a folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    controller = Controller(KeptLetters(folder), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()

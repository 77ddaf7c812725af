"""One process that reads for all tests of a run: to start one takes longer than most tests."""

import subprocess
from typing import ClassVar

from talqy.office.worker import Worker


class KeptWorker(Worker):
    """A worker whose process is left running for the next one, unless something went wrong."""

    _kept: "ClassVar[subprocess.Popen[bytes] | None]" = None

    def __exit__(self, *_: object) -> None:
        """Leave the process to the next command of the tests."""
        self._process = None

    def _start(self) -> "subprocess.Popen[bytes]":
        if KeptWorker._kept is None or KeptWorker._kept.poll() is not None:
            KeptWorker._kept = super()._start()
        self._process = KeptWorker._kept
        return self._process

    @classmethod
    def end(cls) -> None:
        """End the process that was kept."""
        last = cls()
        last._process = cls._kept
        last._stop()

"""Where the pages of the service lie: one place that makes their addresses."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of the service; `address` is its own, as people find it, and ends with “/”.

    `has_letters` is whether people can ask for letters about what happens.
    """

    address: str
    has_letters: bool = False

    @property
    def base(self) -> str:
        """The path of the service on its host."""
        return urlsplit(self.address).path

    @property
    def host(self) -> str:
        """The host of the service, as people read it."""
        return urlsplit(self.address).netloc

    @property
    def origin(self) -> str:
        """The origin of its pages, as browsers say it."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def receipt(self, comment: str) -> str:
        """Return the address of a receipt."""
        return f"{self.address}receipt/{comment}"

    def letters(self, comment: str) -> str:
        """Return where letters about a comment are asked for; empty where there are none."""
        return f"{self.base}letters/?comment={comment}" if self.has_letters else ""

    def status(self, comment: str) -> str:
        """Return the address of what became of a comment."""
        return f"{self.address}status/{comment}"

"""Where the pages of the service lie: one place that makes their addresses."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of the service; `address` is its own, as people find it, and ends with “/”."""

    address: str

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

    def status(self, comment: str) -> str:
        """Return the address of what became of a comment."""
        return f"{self.address}status/{comment}"

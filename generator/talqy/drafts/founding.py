"""What only its people can say of a new project."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Founding:
    """What only its people can say of a new project; what they leave out stays unwritten.

    `url` is the address of the site; the rest is of the authority, but for the `name` of the site.
    """

    authority: Mapping[str, str] = field(default_factory=dict)
    email: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    name: Mapping[str, str] = field(default_factory=dict)
    url: str = ""


NOTHING_SAID = Founding()

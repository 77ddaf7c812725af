"""Under which licence what a site gives out may be used: by its SPDX id, or by its address.

The ids are those of the licences that are made for data; any other has an address.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from talqy.model.values import Line, is_web_address, refuse

LICENCES: Mapping[str, str] = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
"""Where a licence is read, by its SPDX id."""


def _known(value: str) -> str:
    if value not in LICENCES and not is_web_address(value):
        raise refuse("licence", "{value} is neither a licence for data nor an address", value=value)
    return value


Licence = Annotated[
    Line,
    AfterValidator(_known),
    WithJsonSchema({"type": "string", "anyOf": [{"enum": [*LICENCES]}, {"pattern": "^https?://"}]}),
]
"""An SPDX id of `LICENCES`, or an address of the web."""


def licence_address(licence: str) -> str:
    """Return where a licence is read."""
    return LICENCES.get(licence, licence)

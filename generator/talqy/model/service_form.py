"""Of `service.yaml`: how much the form takes from one network, and how long its pages hold."""

from typing import Annotated

from pydantic import Field

from talqy.model.values import Number, Value


class FormSettings(Value):
    """What holds for the form.

    From one network come so many comments an hour as `usual`, those after them more slowly, and
    after so many as `most` no more; a carrier of phones may have thousands of people behind one
    address. A page can be sent for so many `hours` after it was opened. `rounds` is how hard the
    sum is that a device solves.
    """

    usual: Annotated[Number, Field(le=1_000_000)] = 30
    most: Annotated[Number, Field(le=1_000_000)] = 300
    hours: Annotated[Number, Field(le=24)] = 12
    rounds: Annotated[Number, Field(le=100_000)] = 1_000

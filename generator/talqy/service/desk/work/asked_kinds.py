"""What publishing at the desk asks a person (codes K50 and on)."""

from talqy.model.problem import Kind, Level, kinds_in

FOREIGN_GONE = Kind(
    "K50",
    "what is published of another standard would be deleted",
    "publish it only where that is meant; else take it back, or bring it back by a save of its own",
    Level.PERSON,
)
FOREIGN_CHANGED = Kind(
    "K51",
    "what is published of another standard would be changed",
    "publish it only where that is meant; else take it back",
    Level.PERSON,
)

ALL = kinds_in(globals())

"""What publishing at the desk asks a person, or refuses (codes K50 and on)."""

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
NO_SAVES = Kind(
    "K52",
    "this work stands on something that is not published any more: it was taken out since",
    "give the work up, and begin it anew on what is published: publishing it would bring back what "
    "was taken out",
)
CHANGED_SINCE = Kind(
    "K54",
    "the words of r{revision} are not those that this step was saved with: they changed since",
    "read the text anew: what goes on record is what stands there now, and must be what was signed",
    Level.PERSON,
)
WAITS_BESIDE = Kind(
    "K55",
    "what is saved there of this text, and not published, would not go on record with this step: "
    "publish it first, or give it up",
    "publish that work, or give it up; then save the step, or publish it",
)
NO_ANSWER = Kind(
    "K56",
    "a reason of r{revision} names the comment “{comment}”, and no answer to it is published",
    "publish the answer first, or take the comment out of the reason; go on only where it is to be "
    "answered so",
    Level.PERSON,
)
STILL_SAID = Kind(
    "K57",
    "words that are taken out of the comment “{comment}” stand here, too",
    "take them out here as well, or write this anew without them; go on only where they tell "
    "nothing that is to go",
    Level.PERSON,
)

ALL = kinds_in(globals())

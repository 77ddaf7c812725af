"""May a text still be mended? Decided here for the rules, the record and the gate.

Three things end, one after the other. Once its discussion is announced, once it has an act or was
withdrawn, a published text keeps its words: the gate holds them. With the day on which its
discussion opens a text is frozen: its file changes no more, and the record keeps its digest. Until
the discussion closes it can still be taken back and posted anew, so what is wrong with it is an
error; from then on nobody can mend it, and the same fault is a warning (`is_mendable` of a stage).
"""

from datetime import date

from talqy.model.revision import Revision


def is_frozen(revision: Revision, today: date) -> bool:
    """Return whether a text can no longer change: its discussion has opened, or it was adopted."""
    adopted = revision.adopted is not None and revision.adopted.on <= today
    return adopted or has_opened(revision, today)


def is_settled(revision: Revision) -> bool:
    """Return whether something was said of a text that rests on its words, if only of a later day.

    A discussion that is announced, an act, a withdrawal: who reads of it reads the text.
    """
    said = (revision.consultation, revision.adopted, revision.withdrawn)
    return any(one is not None for one in said)


def has_opened(revision: Revision, today: date) -> bool:
    """Return whether the discussion was ever open; a draft may be given up before that."""
    talk, gone = revision.consultation, revision.withdrawn
    if talk is None or talk.opens > today:
        return False
    return gone is None or gone.on > talk.opens

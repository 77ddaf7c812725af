"""What others have changed in a draft since a file was made of it, as its plan says it."""

from talqy.drafts.changed_since import changed_since
from talqy.language.clause_sayings import plain_clause_name
from talqy.service.desk.drafts.bring_target import Target
from talqy.service.desk.pages import DeskVisit


def since_words(visit: DeskVisit, target: Target) -> str:
    """Say what is in the draft by now, and not in the text that files were made of; else ""."""
    was, now = target.base, target.now
    if was is None or now is None:
        return ""
    locale, said = visit.edition.locale, list[str]()
    for name in changed_since(was, now):
        text = now if now.clause(name) else was
        said.append(plain_clause_name(locale, text, name))
    if not said:
        return visit.say(
            "The file was made of an earlier save of this draft. What was saved since stays, and "
            "what you bring comes beside it."
        )
    return visit.say(
        "The file was made of an earlier save of this draft. Changed since: {clauses}. That stays, "
        "and what you bring comes beside it.",
        clauses="; ".join(said),
    )

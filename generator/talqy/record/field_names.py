"""What stands in the files of a project, in words: for readers who never see a file.

The one table of these names, for commands and for pages.
"""

from talqy.errors import Listed, Saying, Spoken
from talqy.model.codes import Code
from talqy.model.history import Correction, RecordedPart
from talqy.model.problem import Path
from talqy.record.plain import Plain

NAMES = {
    "opens": Saying("first day of the discussion"),
    "closes": Saying("last day of the discussion"),
    "posted": Saying("places and dates of posting"),
    "extended": Saying("extension of the discussion"),
    "counted": Saying("the lawful period as it was counted"),
    "consultation": Saying("discussion"),
    "report": Saying("report"),
    "adopted": Saying("adoption"),
    "withdrawn": Saying("withdrawal of the draft"),
    "on": Saying("day"),
    "signed_by": Saying("signature"),
    "act": Saying("act"),
    "in_force": Saying("day of entry into force"),
    "discussed": Saying("where it was discussed before"),
    "reason": Saying("reason"),
    "gist": Saying("comment in short"),
    "channel": Saying("place of posting"),
    "url": Saying("address on the internet"),
    "reference": Saying("printed edition"),
    "days": Saying("number of days"),
    "unit": Saying("kind of days"),
    "last": Saying("last day of the period"),
    "skipped": Saying("days off"),
    "kk": Saying("in Kazakh"),
    "ru": Saying("in Russian"),
    "en": Saying("in English"),
    "authorities": Saying("state bodies"),
    "name": Saying("name"),
    "short": Saying("short name"),
    "email": Saying("e-mail address"),
    "address": Saying("postal address"),
    "forge": Saying("site where the files lie"),
    "intake": Saying("where the form of the site posts"),
    "branch": Saying("branch"),
    "languages": Saying("languages"),
    "timezone": Saying("time zone"),
    "rules": Saying("rules by which periods are counted"),
    "calendar": Saying("calendar"),
    "closed": Saying("days off"),
    "open": Saying("working days"),
    "country": Saying("country"),
    "fee_unit": Saying("unit of fees"),
    "tenge": Saying("value in tenge"),
    "codes": Saying("names of codes"),
    "outcome": Saying("outcome"),
    "landed": Saying("where it was taken up"),
    "revision": Saying("number of the revision"),
    "clauses": Saying("clauses"),
    "decided": Saying("decision"),
    "by": Saying("who decided"),
    "duplicate_of": Saying("the comment that it repeats"),
    "documents": Saying("documents of the draft"),
    "events": Saying("events of the discussion"),
    "kind": Saying("kind"),
    "language": Saying("language"),
    "digest": Saying("digest"),
    "at": Saying("hour"),
    "place": Saying("place"),
    "demonstration": Saying("words of a demonstration"),
    "today": Saying("fixed day of the site"),
    "report_within": Saying("time for the report"),
    "title": Saying("title of the standard"),
    "short_title": Saying("short title of the standard"),
    "code": Saying("code in the official register"),
    "authority": Saying("developer of the standard"),
    "provider": Saying("provider of the service"),
    "life_event": Saying("life event"),
    "surveys": Saying("surveys"),
    "year": Saying("year"),
    "answered": Saying("people who answered"),
    "satisfied": Saying("satisfied people"),
}
"""Words for the keys of what is on record, and of what it is read with, by key."""


def field_name(path: Path) -> Listed:
    """Return a place in a file in words, from the whole to the part: “report, day”.

    Items are counted from 1; names that a project gave itself stay as they are.
    """
    steps: list[object] = []
    for step in path[path[0] == RecordedPart.CONSULTATION and len(path) > 1 :]:
        if isinstance(step, int) and steps:
            steps[-1] = Listed((steps[-1], f"№ {step + 1}"), " ")
        else:
            steps.append(NAMES.get(str(step), step))
    return Listed(tuple(steps), ", ")


def correction_name(correction: Correction) -> Listed:
    """Return in words what a correction has changed."""
    steps = correction.what.split(".")
    return field_name(tuple(int(x) - 1 if x.isdecimal() else x for x in steps))


_CODED = {"outcome": "outcome", "channel": "posting-channel"}
"""Lists of codes, by the keys whose values they have."""


def said_value(value: Plain, path: Path = ()) -> Spoken:
    """Return the value of a path without the keys of its parts; a dash where there is none."""
    if isinstance(value, dict):
        return Listed(tuple(said_value(one, (key,)) for key, one in value.items()), ", ")
    if isinstance(value, list):
        return Listed(tuple(map(said_value, value)), "; ") if value else said_value(None)
    key = str(path[-1]) if path else ""
    if key in _CODED and isinstance(value, str) and value:
        return Code(_CODED[key], value)
    return Listed(("–" if value in {None, ""} else value,))

"""Places in files as people call them: which field, of which clause, in which language."""

from dataclasses import dataclass

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.corrections import value_words
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name
from talqy.model.comment import Outcome
from talqy.model.facts import FACTS
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.field_names import NAMES, field_name
from talqy.service.desk.field_labels import field_words, text_words

_TECHNICAL = frozenset({"id", "schema", "comment", "covers", "audiences", "comments"})


@dataclass(frozen=True)
class VersionPlaces:
    """Says where versions differ, by the clauses of a text where there is one."""

    edition: Edition
    text: Revision | None
    record: Record | None = None
    """The standard, of whose texts one has a clause that is gone from this."""

    def name(self, path: tuple[str, ...]) -> str:
        """Return what a place is called; empty of one that has no words of people."""
        project = self.edition.register.project
        steps, language = list(path), ""
        if steps and steps[-1] in project.languages:
            language = self.edition.locale.language_name(steps.pop())
        said = self._said(steps)
        return f"{said}, {language}" if said and language else said

    def value(self, path: tuple[str, ...], value: str) -> str:
        """Return what stands at a place, as people say it."""
        edition = self.edition
        if not value:
            return ""
        if path == ("outcome",) and value in set(Outcome):
            return outcome_name(edition.locale, Outcome(value))
        if path[:2] == ("decided", "by") and value in edition.register.project.authorities:
            return edition.authority(value).striptags()
        if path[:2] == ("landed", "clauses"):
            return self.clause(value)
        return value_words(edition.locale, ".".join(path), value)

    def _said(self, steps: list[str]) -> str:
        say = self.edition.locale.words
        match steps:
            case [] | [""]:
                return say("The whole file")
            case ["amendments", number, "reason"]:
                return say("Reason of the change: {clauses}", clauses=self._changed(number))
            case ["clauses", *below]:
                return self._in_clause([one for one in below if one != "clauses"])
        return self._plain(steps)

    def _plain(self, steps: list[str]) -> str:
        say, own = self.edition.locale.words, ".".join(steps[:2])
        known = {
            "decided.on": say("Day of the decision"),
            "decided.by": say("Who decided"),
            "landed.clauses": say("Where it landed"),
            "landed.revision": say("Revision"),
        }
        found = known.get(own) or text_words(self.edition.locale, steps[0])
        return found or self._as_on_record(steps)

    def _as_on_record(self, steps: list[str]) -> str:
        """Return what a place is called that comes on record, as a posting does."""
        path = tuple(int(one) - 1 if one.isdecimal() else one for one in steps)
        if not all(isinstance(one, int) or one in NAMES for one in path):
            return ""
        name = field_name(path).said(self.edition.locale.catalogue.of_the_record)
        return name[:1].upper() + name[1:]

    def _in_clause(self, below: list[str]) -> str:
        names = [one for one in below if self.text and self.text.clause(one)]
        rest = below[len(names) :]
        if not names or not rest or rest[0] in _TECHNICAL:
            return ""
        locale, clause = self.edition.locale, self.clause(names[-1])
        if rest[0] == "facts" and len(rest) > 1 and rest[1] in FACTS:
            return f"{clause}: {field_words(locale, rest[1], rest[1])}"
        words = text_words(locale, rest[0])
        return f"{clause}: {words}" if words else ""

    def _changed(self, number: str) -> str:
        """Return what the clauses of a reason are called; its number counts from 1."""
        reasons = self.text.amendments if self.text else ()
        at = int(number) - 1 if number.isdecimal() else -1
        found = reasons[at].clauses if 0 <= at < len(reasons) else ()
        return "; ".join(map(self.clause, found)) or number

    def clause(self, name: str) -> str:
        """Return what a clause is called; its id where the text does not have it."""
        others = reversed(self.record.revisions) if self.record else ()
        texts = (self.text, *others)
        found = next((one for one in texts if one and one.clause(name)), None)
        return plain_clause_name(self.edition.locale, found, name) if found else name

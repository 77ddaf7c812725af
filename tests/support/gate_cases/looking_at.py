"""The gate without git: any bytes where a comment belongs, judged by the base of the corpus."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from builders import TODAY
from gate_cases.building import PLACE, Repository
from talqy.cli.verdicts import FORMATS, shown
from talqy.comments.comment_path import Place, place_of
from talqy.gate.judged import Judged
from talqy.gate.judging import _base, _discreet
from talqy.gate.looking import Base, candidates
from talqy.gate.request import Request, read_request
from talqy.gate.verdict import Profile, Verdict, in_places
from talqy.project.files import HeldFiles
from talqy.project.git import ChangedFile


@dataclass
class Desk:
    """A base that was read once."""

    request: Request
    base: Base
    place: Place

    def verdict(self, data: bytes) -> Verdict:
        """Judge bytes as if they were the only file of a pull request."""
        held: dict[str, bytes | None] = {PLACE: data}
        added = ChangedFile(PLACE, "A", "100644", "0" * 40)
        looked = candidates(self.request, self.base, [(self.place, added)], held, Profile.SINGLE)
        found = [finding for _, findings in looked for finding in findings]
        return Verdict(
            profile=Profile.SINGLE,
            base=self.request.base,
            head=self.request.head,
            start=self.request.start,
            files=(PLACE,),
            languages=("ru",),
            findings=tuple(map(_discreet, in_places(HeldFiles(held), found))),
        )


def desk(repository: Repository) -> Desk:
    """Read the base of the corpus."""
    request = read_request(repository.folder, f"{repository.base}..{repository.base}")
    place = place_of(PLACE)
    assert place
    return Desk(request, _base(request, [place.standard], date.fromisoformat(TODAY)), place)


def printed(verdict: Verdict) -> Counter[str]:
    """Print a verdict in all formats, and count its outcome."""
    for form in FORMATS:
        shown(Judged(verdict, {"ru": str, "en": str}), form, None)
    return Counter([str(verdict.outcome)])

"""The gate without git: any bytes where a comment belongs, judged by the base of the corpus."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from builders import TODAY
from gate_cases.building import PLACE, Repository
from talqy.cli.check import VERDICTS
from talqy.cli.gate_told import shown
from talqy.comments.comment_file import judge_files
from talqy.comments.doors import Door
from talqy.comments.earlier import earlier_in_files
from talqy.comments.judge import JudgeContext
from talqy.comments.new_comment import new_comment_path
from talqy.gate.run import Judged, context_on_base, discreet
from talqy.gate.verdict import Profile, Verdict, in_places
from talqy.model.paths import CommentPath
from talqy.project.file_reader import Readings
from talqy.project.files import HeldFiles
from talqy.project.pull_request import PullRequest, pull_request


@dataclass
class Desk:
    """A base that was read once."""

    pull: PullRequest
    place: CommentPath
    known: dict[frozenset[str], JudgeContext] = field(default_factory=dict)

    def verdict(self, data: bytes) -> Verdict:
        """Judge bytes as if they were the only file of a pull request."""
        return self.verdict_on({self.place.file: data})

    def verdict_on(self, files: Mapping[str, bytes], door: Door = Door.SINGLE) -> Verdict:
        """Judge files as if they were all of a pull request, or stood at another door."""
        places = {path: new_comment_path(path) for path in files}
        named = frozenset(place.standard for place in places.values() if place)
        earlier = earlier_in_files(self.pull.base_tree, self.pull.base_files, is_guarded=True)
        context = replace(self._context(named), door=door, earlier=earlier)
        new = [(place, files[path]) for path, place in places.items() if place]
        found = [problem for _, problems in judge_files(new, context) for problem in problems]
        return Verdict(
            profile=Profile.SINGLE,
            base=self.pull.base,
            head=self.pull.head,
            start=self.pull.start,
            merged=self.pull.merged,
            files=tuple(files),
            languages=("ru",),
            problems=tuple(map(discreet, in_places(HeldFiles(dict(files)), found))),
        )

    def _context(self, named: frozenset[str]) -> JudgeContext:
        """Return what a comment on these standards is held to; it is read once."""
        if named not in self.known:
            day = date.fromisoformat(TODAY)
            self.known[named] = context_on_base(self.pull, Profile.SINGLE, named, day, Readings())
        return self.known[named]


def desk(repository: Repository) -> Desk:
    """Read the base of the corpus."""
    pull = pull_request(repository.folder, f"{repository.base}..{repository.base}")
    place = new_comment_path(PLACE)
    assert place
    return Desk(pull, place)


def printed(verdict: Verdict) -> Counter[str]:
    """Print a verdict in all formats, and count its outcome."""
    for form in VERDICTS:
        shown(Judged(verdict, {"ru": str, "en": str}), form, None)
    return Counter([str(verdict.outcome)])

"""What the pages of the desk work with: the works, who signs in how, the queue, the clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from threading import Lock

from talqy.language.edition import Edition, editions
from talqy.language.templates import Templates
from talqy.project.clock import moment
from talqy.project.shipped_files import folders
from talqy.service.desk.sign_in.doors import SignIn
from talqy.service.desk.sign_in.guard import Guard
from talqy.service.desk.work.values import Work
from talqy.service.desk.work.works import Works
from talqy.service.parts import Service


@dataclass(frozen=True)
class SpokenProject:
    """What is published, in each language of the project."""

    work: Work
    editions: Sequence[Edition]

    def edition(self, language: str) -> Edition | None:
        """Return the edition in a language; None where the project has no such language."""
        return next((one for one in self.editions if one.code == language), None)

    @cached_property
    def pages(self) -> dict[str, Templates]:
        """The templates of the desk by language."""
        own = (*folders(None, "desk"), *folders(None, "records"))
        return {one.code: Templates(own, one.locale) for one in self.editions}


@dataclass(slots=True)
class DeskContext:
    """One desk: its works, its door, its queue (None where no service is named), its clock.

    `base` is the path of its address on its host; it begins and ends with a stroke.
    """

    works: Works
    sign_in: SignIn
    guard: Guard
    cookie: str
    base: str = "/"
    service: Service | None = None
    now: Callable[[], datetime] = field(default=moment)
    _spoken: tuple[str, date, SpokenProject] | None = None
    _lock: Lock = field(default_factory=Lock)

    def spoken(self) -> SpokenProject:
        """Return what is published as it stands now, in each language of the project."""
        main = self.works.main()
        register, assessment = main.state.as_read
        with self._lock:
            known = self._spoken
            if known is None or known[:2] != (main.commit, assessment.today):
                made = editions(
                    main.texts, register, assessment, None, _site_url(register.site_url)
                )
                known = (main.commit, assessment.today, SpokenProject(main, made))
                self._spoken = known
            return known[2]

    def today(self) -> date:
        """Return the day in the project's zone, or the day that the project names."""
        return self.works.main().state.as_read[1].today


def _site_url(named: str | None) -> str:
    return f"{named.rstrip('/')}/" if named else ""

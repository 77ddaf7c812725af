"""What the pages of the service work with: settings, the queue, the project, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from talqy.project.clock import moment
from talqy.service.figures import ServiceFigures
from talqy.service.followed import FollowedCommit
from talqy.service.keys import Keys
from talqy.service.looking import Looking
from talqy.service.project_now import ProjectAtTip
from talqy.service.settings import Settings
from talqy.service.store.store import Store


@dataclass(frozen=True, slots=True)
class Service:
    """One process of the service."""

    settings: Settings
    store: Store
    project: ProjectAtTip
    now: Callable[[], datetime] = field(default=moment)
    figures: ServiceFigures = field(default_factory=ServiceFigures)
    looking: Looking = field(default_factory=Looking)

    @classmethod
    def opened(cls, settings: Settings) -> Self:
        """Open the queue and the project that settings name."""
        said = settings.said
        followed = FollowedCommit(settings.followed)
        project = ProjectAtTip(settings.repository, said.branch, said.folder, followed)
        project.now()
        return cls(settings, Store.opened(settings.database), project)

    @property
    def keys(self) -> Keys:
        """The keys that its secret makes."""
        return Keys(self.settings.secret)

    def close(self) -> None:
        """Let go of the queue, and of the process that looks at files."""
        self.looking.close()
        self.store.close()

"""A way to sign in that lets one official in, whoever asks."""

from desks import ADesk
from talqy.service.desk.sign_in.doors import Visitor
from talqy.service.officials import Who


class OneOfficial:
    """Lets one official in, whoever asks."""

    def __init__(self, desk: ADesk, official: Who) -> None:
        self.sessions = desk.context.sign_in.sessions
        self._official = official
        self._session = self.sessions.begun(official.signs_in_as)[0]

    def visitor(self, *_: object) -> Visitor:
        """Return who asks."""
        return Visitor(self._official, self._session)

    def is_stranger(self, *_: object) -> bool:
        """Return that nobody is one."""
        return False

    def leave(self) -> str:
        """Return nothing."""
        return ""

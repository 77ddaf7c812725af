"""Pull requests of batches: opened where somebody has given a token, and seen to.

Without a token a person opens them; that a batch is merged is read from git in either case.
"""

from collections import Counter
from dataclasses import dataclass

from talqy.errors import Saying
from talqy.language.catalogue import base_problem_words
from talqy.service.parts import Service
from talqy.service.publish.forges import OpenedPull, PullForge, PullState, forge_of
from talqy.service.publish.place import GitNow, PublishPlace
from talqy.service.publish.reading_back import Outgoing
from talqy.service.taken import Act, ActName, By, State, Taken


@dataclass(frozen=True, slots=True)
class PullRequests:
    """The pull requests of one place."""

    service: Service
    place: PublishPlace

    def see_to(self, git: GitNow, out: Outgoing) -> None:
        """Open those that are missing, and set aside the comments of those that were declined."""
        forge = self._forge()
        if forge is None or git.there is None:
            return
        for batch in sorted(git.there):
            taken = [out.taken[name] for name in out.of(batch, there=True)]
            if not taken:
                continue
            pull = self._known(forge, batch, taken) or self._opened(forge, batch, taken)
            if pull.state is PullState.CLOSED:
                self._declined(batch, taken)

    def _forge(self) -> PullForge | None:
        settings = self.service.settings
        project = self.service.project.now().register.project
        api = settings.said.publish.api if settings.said.publish else None
        return forge_of(project.forge, self.place.main, api, settings.forge_token)

    def _known(self, forge: PullForge, batch: str, taken: list[Taken]) -> OpenedPull | None:
        """Return the pull request that was opened for a batch, as it stands now."""
        for line in reversed(self.service.store.log_of(taken[0].id)):
            values = line.act.values
            if line.act.what == ActName.PULL_REQUEST and values.get("branch") == batch:
                return forge.of(int(values["number"]))
        return None

    def _opened(self, forge: PullForge, batch: str, taken: list[Taken]) -> OpenedPull:
        pull = forge.find(batch) or forge.open(batch, *self._words(taken))
        values = {"branch": batch, "number": str(pull.number), "page": pull.page}
        for one in taken:
            self.service.store.note(
                Act(ActName.PULL_REQUEST, self.service.now(), By.PUBLISHER, values=values), one.id
            )
        return pull

    def _declined(self, batch: str, taken: list[Taken]) -> None:
        """Set comments aside: somebody has closed the pull request, and an official looks."""
        act = Act(ActName.DECLINED, self.service.now(), By.PUBLISHER, values={"branch": batch})
        ids = [one.id for one in taken]
        self.service.store.move_all(ids, (State.QUEUED, State.PUSHED), State.HELD, act)

    def _words(self, taken: list[Taken]) -> tuple[str, str]:
        """Return title and words of a pull request, in the language of the project's messages."""
        now = self.service.project.now()
        project = now.register.project
        translate = base_problem_words(project.messages or project.languages[0], now.messages)
        title = Saying("Comments from the form: {count}", {"count": len(taken)})
        lines = [
            Saying(
                "{standard}, r{revision}: {count}",
                {"standard": standard, "revision": revision, "count": count},
            )
            for (standard, revision), count in sorted(
                Counter((one.standard, one.revision) for one in taken).items()
            )
        ]
        seen_by = Saying(
            "An official has looked at each of them, and the gate has passed them as one batch: "
            "“talqy check --pull-request … --profile batch”. Merging publishes them; closing this "
            "without merging brings them back into the queue."
        )
        words = [f"- {line.said(translate)}" for line in lines]
        return title.said(translate), "\n".join([*words, "", seen_by.said(translate)])

"""The pages of the form, printed: each a view and its template, in a language."""

from collections.abc import Sequence

from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.service.form import posted as names
from talqy.service.form.doors import NotYet
from talqy.service.form.file_views import files_view
from talqy.service.form.frame import frame_of
from talqy.service.form.judging import ATTACHMENTS
from talqy.service.form.listed import drafts_view
from talqy.service.form.notices import GRAVE, Notice, notice_words
from talqy.service.form.places import Places
from talqy.service.form.posted import Posted
from talqy.service.form.project_day import LocalDay
from talqy.service.form.proof import ProofWork, challenge_for
from talqy.service.form.tokens import PageToken
from talqy.service.form.told import ToldView
from talqy.service.form.views import FillView, fields_of, notes_of, said_view
from talqy.service.keys import Keys
from talqy.site.pages.standard_parts import stage_view


class FormPages:
    """Prints the pages on which people write."""

    def __init__(self, places: Places, keys: Keys, work: ProofWork) -> None:
        self._places = places
        self._keys = keys
        self._work = work

    def fill(
        self,
        page: LocalDay,
        draft: tuple[Record, Revision],
        token: PageToken,
        post: Posted,
        answer: NotYet | None = None,
    ) -> str:
        """Print the form: empty, or with what was posted and what is said of it."""
        return page.render("fill.html", self._fill_view(page, draft, token, post, answer))

    def _fill_view(
        self,
        page: LocalDay,
        draft: tuple[Record, Revision],
        token: PageToken,
        post: Posted,
        answer: NotYet | None,
    ) -> FillView:
        edition, (record, _) = page.edition, draft
        weighed = answer.weighed if answer else None
        fields = tuple(fields_of(edition, draft, post, answer))
        judged = weighed.at(ATTACHMENTS) if weighed else ()
        comment = weighed.comment if weighed and weighed.can_be_taken else None
        authority = page.now.register.project.authorities.get(record.standard.authority)
        title = edition.locale.words("Say what you think")
        return FillView(
            frame=frame_of(page, title, self._places.base, "" if answer else f"c/{record.id}/"),
            title=edition.short_title(record),
            page=page.on_site(addresses.standard(record.id)),
            stage=stage_view(edition, *draft),
            notice=notice_words(edition.locale, answer.notice) if answer else "",
            is_grave=bool(answer and answer.notice in GRAVE),
            notes=tuple(notes_of(edition, weighed.of_the_whole)) if weighed else (),
            unknown=", ".join((*post.unknown, *post.twice)),
            each=tuple(one for one in fields if not one.field.is_once),
            once=tuple(one for one in fields if one.field.is_once),
            files=files_view(edition.locale, post, notes_of(edition, judged)),
            said=said_view(page, comment) if comment else None,
            draft=token.draft,
            token=token.sealed(self._keys.of("token")),
            challenge=challenge_for(token, self._keys.of("proof"), self._work),
            seen=weighed.told if weighed else "",
            host=self._places.host,
            email=(authority.email or "") if authority else "",
            personal_data=page.on_site(addresses.PERSONAL_DATA),
        )

    def told(self, page: LocalDay, notice: Notice, lost: Sequence[str] = ()) -> str:
        """Print what is said where there is no form to show, with words that would be lost."""
        frame = frame_of(page, page.locale.words("Comments"), self._places.base)
        view = ToldView(frame=frame, notice=notice_words(page.locale, notice), lost=tuple(lost))
        return page.render("told.html", view)

    def drafts(self, page: LocalDay) -> str:
        """Print the drafts that people can comment on."""
        return page.render("drafts.html", drafts_view(page, self._places.base))


def words_of(post: Posted) -> list[str]:
    """Return what people wrote into a post, for a page that has no form for it."""
    written = (names.DRAFT, "quote", "text", "proposal", "author.name")
    return [text for name in written if (text := post.of(name)).strip()]

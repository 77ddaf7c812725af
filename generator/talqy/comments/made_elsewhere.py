"""What is said of a comment that was made on another site: who brings it, and by which consent.

Whoever could say so would speak with the voice of a body of experts, and by no consent of ours.
"""

import re
from collections.abc import Iterator

from talqy.model.comment import CONSENT, CONSENTS, EGOV_CONSENT, Comment, CommentChannel
from talqy.model.problem import Kind, Level, Problem

MADE_ELSEWHERE = Kind(
    "G16",
    "the comment says that it was made on another site, or by a body of experts there",
    "the authority takes such comments from the pages of that site; if you write it here yourself, "
    "take “source” and “group” out, and say “channel”: pull-request",
    Level.PERSON,
)
OTHER_CONSENT = Kind(
    "G16",
    "the consent is not to the conditions that hold now",
    'read the conditions on the page “How to comment”, and write: consent: "{consent}"',
)


_PORTAL = re.compile(
    r"[1-9]\d{0,17}"
    r"|https://legalacts\.egov\.kz/npa/view\?id=\d{1,18}(?:&typeComment=\d{1,3})?"
)


def is_portal_number(text: str) -> bool:
    """Return whether a text is a number that the state's portal gives, or such an address of it."""
    return bool(_PORTAL.fullmatch(text))


def made_elsewhere(file: str, comment: Comment) -> Iterator[Problem]:
    """Find that a comment claims another site, and that its consent fits no way of coming in."""
    is_from_portal = comment.channel is CommentChannel.EGOV
    said = {"channel": is_from_portal, "source": comment.source, "group": comment.group}
    if key := next((key for key, is_said in said.items() if is_said), ""):
        yield MADE_ELSEWHERE.at(file, (key,))
    if comment.consent not in ((*CONSENTS, EGOV_CONSENT) if is_from_portal else CONSENTS):
        yield OTHER_CONSENT.at(file, ("consent",), consent=CONSENT)

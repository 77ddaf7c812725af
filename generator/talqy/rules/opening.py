"""S: before a discussion opens. People must find it, and have a way to say something."""

import re
from collections.abc import Iterator

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.standing import is_mendable
from talqy.model.values import is_mailbox, is_web_address
from talqy.rules.rule import CheckContext, breach, rule

# Names that lead nowhere, kept for examples by RFC 2606 and 6761.
_NOWHERE = re.compile(
    r"https?://(?:[^/:]*\.)?(?:example(?:\.com|\.net|\.org)?|localhost|invalid|test)(?:[:/]|$)|https?://(?:127|10|192\.168)\."
)


@rule(
    "S10",
    is_together=True,
    source="bill on public services, art. 4 (1), 5): people take part in the discussion",
)
def comments_can_be_sent(context: CheckContext) -> Iterator[Problem]:
    """Whoever has something to say of a draft under discussion has an address to send it to."""
    project = context.register.project
    if project.forge.kind != "none" and is_web_address(project.forge.url or ""):
        return
    named = set(_discussing(context))
    for name, authority in project.authorities.items():
        has_mailbox = is_mailbox(authority.email or "")
        if name in named and not (has_mailbox or authority.address):
            yield breach(
                paths.PROJECT,
                ("authorities", name),
                "“{name}” holds a discussion, and nobody can send a comment to it",
                "give its e-mail address under email, or where it is found under address; "
                "or name the forge that takes pull requests",
                name=name,
            )


def _discussing(context: CheckContext) -> Iterator[str]:
    """Yield the authorities that hold a discussion, or are about to."""
    for record, revision, standing in context.revisions():
        if revision.consultation and is_mendable(standing.stage):
            yield record.standard.authority


@rule(
    "S11",
    is_together=True,
    source="bill on public services, art. 5 (4), 11): where a draft is posted is named",
)
def the_site_has_its_address(context: CheckContext) -> Iterator[Problem]:
    """A site with discussions has its own address: reports, feeds and receipts carry it."""
    address = context.register.site_url
    if address is None or context.register.project.demonstration:
        return
    leads_nowhere = not is_web_address(address) or _NOWHERE.match(address)
    if leads_nowhere and any(_discussing(context)):
        yield breach(
            paths.SITE,
            ("site_url",),
            "“{address}” is not the address of a site, and a discussion is about to be read on it",
            "put the site's own address under site_url in mkdocs.yml",
            address=address,
        )


@rule("S12", source="Law No. 88-V, art. 15 (2), (3): posted, then discussed from that day on")
def postings_come_before_the_end(context: CheckContext) -> Iterator[Problem]:
    """A draft is posted while its discussion can still be joined, not after it has closed."""
    for record, revision, standing in context.revisions():
        talk = revision.consultation
        for at, posting in enumerate(talk.posted if talk else ()):
            if talk and posting.on > talk.last_day:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("consultation", "posted", at, "on"),
                    "posted on {on}, when the discussion had closed on {closes}",
                    "put the day right, or let the discussion last longer",
                    on=posting.on,
                    closes=talk.last_day,
                    mild=not is_mendable(standing.stage),
                )

"""Checks 6 and 26: how a pull request came about, and whether merging it means one thing alone."""

import re
from collections.abc import Iterator

from talqy.gate import kinds
from talqy.model.problem import Problem
from talqy.project.pull_request import MOST_CHANGES, PullRequest

MOST_OF_A_STRANGER = 20
"""Commits that a citizen's or a program's pull request may have."""

# The addresses that GitHub, GitLab, Forgejo and Gitea write for people who show none.
NO_REPLY = re.compile(
    r"no-?reply@[^@\s<>]+"
    r"|(?:(?<![^@\s<>])[^@\s<>]+)?@(?:[^@\s<>]+\.)?no-?reply\.[^@\s<>]+",
    re.IGNORECASE,
)


def merging(pull: PullRequest) -> Iterator[Problem]:
    """Refuse what cannot be merged, or not in one way alone."""
    if pull.has_wrong_folder:
        yield kinds.WRONG_FOLDER.at("")
    elif not pull.is_clear:
        yield kinds.SEVERAL_STARTS.at("")
    elif pull.merged is None and len(pull.changes) < MOST_CHANGES:
        yield kinds.CONFLICT.at("")


def line(pull: PullRequest) -> Iterator[Problem]:
    """Look at a stranger's commits: few, of one line, with nothing that the result lacks."""
    if len(pull.commits) > MOST_OF_A_STRANGER:
        yield kinds.TOO_MANY_COMMITS.at("", most=MOST_OF_A_STRANGER)
    elif _is_foreign(pull):
        yield kinds.FOREIGN_HISTORY.at("")
    elif {step.path for step in pull.steps} - {change.path for change in pull.changes}:
        yield kinds.MORE_IN_HISTORY.at("")
    if any(not NO_REPLY.fullmatch(email) for commit in pull.commits for email in commit.emails):
        yield kinds.OWN_ADDRESS.at("")


def _is_foreign(pull: PullRequest) -> bool:
    """Return whether a commit begins from nothing, or is a merge of somebody's own making.

    To bring a branch up to date, people and forges merge the base into it: that is no fault.
    """
    made = pull.commits
    if any(not commit.parents for commit in made):
        return True
    return any(len(commit.parents) > 1 and not pull.is_update(commit) for commit in made)

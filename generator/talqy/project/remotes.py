"""Another copy of the repository, at an address: what its branches are, fetching, pushing.

Words that a remote side says are never shown: they may hold anything. Who we are is known to git by
its environment alone, never by its line of words, a file or a log. Each call has its time.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from talqy.project.branches import HEADS
from talqy.project.git import GitAnswer, GitError, GitTooSlowError, git_run

_LINE = re.compile(r"([0-9a-f]{40,64})\trefs/heads/(.+)")
_NOT_LET_IN = re.compile(
    r"authentication failed|could not read (?:username|password)|permission denied"
    r"|terminal prompts disabled|returned error: 40[13]|access denied|not authorized",
    re.IGNORECASE,
)
# Nothing is asked of a person, and no other program is started than those that carry git.
_QUIETLY = {
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_ALLOW_PROTOCOL": "https:http:ssh:file",
    "GCM_INTERACTIVE": "never",
}
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=20"
# A shell of git's own prints what its environment holds: the words here are no secret.
_ASKED = '!f() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "$TALQY_GIT_USER" "$TALQY_GIT_TOKEN"; }; f'  # noqa: E501
_SETTINGS = (
    ("http.lowSpeedLimit", "500"),
    ("http.lowSpeedTime", "30"),
    ("transfer.credentialsInUrl", "die"),
)


class RemoteAwayError(GitError):
    """The other copy cannot be reached now; later it may be."""


class NotLetInError(GitError):
    """The other copy does not let us in: waiting helps nothing."""


class PushOutcome(StrEnum):
    """What became of a push."""

    DONE = "done"
    MOVED = "moved"
    """The branch was not where we saw it."""
    DECLINED = "declined"
    """The other side has rules of its own, and they forbid it."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Where another copy is, and who we are there; `seconds` is how long one call may take."""

    url: str
    user: str = ""
    token: str = field(default="", repr=False)
    seconds: float = 120.0


def remote_heads(root: Path, remote: Remote, *patterns: str) -> dict[str, str]:
    """Return the commits of its branches by name: those that a pattern of git fits."""
    output = _asked(root, remote, "ls-remote", "--heads", "--", remote.url, *patterns)
    found = (_LINE.fullmatch(line) for line in output.splitlines())
    return {match[2]: match[1] for match in found if match}


def fetched(root: Path, remote: Remote, branches: Mapping[str, str]) -> None:
    """Bring branches of the other copy here: by their names there, the full names here.

    A name with “+” in front is overwritten; any other only grows, else GitError is raised.
    """
    specs = [
        f"{'+' if here.startswith('+') else ''}{HEADS}{there}:{here.removeprefix('+')}"
        for there, here in branches.items()
    ]
    words = ("--no-tags", "--no-write-fetch-head", "--no-auto-maintenance")
    _asked(root, remote, "fetch", *words, "--no-recurse-submodules", "--", remote.url, *specs)


def pushed(
    root: Path, remote: Remote, branch: str, new: str | None, old: str | None
) -> PushOutcome:
    """Move a branch of the other copy from `old` to `new`; None stands for “not there”."""
    name = f"{HEADS}{branch}"
    words = ("push", "--porcelain", "--no-verify", "--no-follow-tags", "--quiet")
    lease = f"--force-with-lease={name}:{old or ''}"
    done = _run(root, remote, *words, lease, "--", remote.url, f"{new or ''}:{name}")
    told = done.stdout.decode("utf-8", "replace")
    if not done.returncode:
        return PushOutcome.DONE
    line = next((one for one in told.splitlines() if one.startswith("!")), "")
    if not line:
        raise _failed(done.stderr)
    is_moved = "stale info" in line or "non-fast-forward" in line or "cannot lock ref" in line
    return PushOutcome.MOVED if is_moved else PushOutcome.DECLINED


def _asked(root: Path, remote: Remote, *words: str) -> str:
    done = _run(root, remote, *words)
    if done.returncode:
        raise _failed(done.stderr)
    return done.stdout.decode("utf-8", "replace")


def _run(root: Path, remote: Remote, *words: str) -> GitAnswer:
    settings = list(_SETTINGS)
    more = {**_QUIETLY, "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", _SSH)}
    if remote.token:
        settings += [("credential.helper", ""), (f"credential.{_host(remote.url)}.helper", _ASKED)]
        more |= {"TALQY_GIT_USER": remote.user or "git", "TALQY_GIT_TOKEN": remote.token}
    more["GIT_CONFIG_COUNT"] = str(len(settings))
    for number, (key, value) in enumerate(settings):
        more |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    try:
        return git_run(root, *words, more=more, seconds=remote.seconds)
    except GitTooSlowError as error:
        raise RemoteAwayError(
            "the other copy of the repository did not answer in {seconds} s",
            seconds=f"{remote.seconds:g}",
        ) from error


def _host(url: str) -> str:
    """Return scheme and host of an address: a token is told to that host alone."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _failed(errors: bytes) -> GitError:
    """Say in words of ours why the other copy could not be asked."""
    told = errors.decode("utf-8", "replace")
    if _NOT_LET_IN.search(told):
        return NotLetInError(
            "the other copy of the repository does not let us in: look at the name and the token "
            "of the service there, and at what they may do"
        )
    if "non-fast-forward" in told or "[rejected]" in told:
        return GitError(
            "the other copy of the repository has another history now: nothing is taken over from "
            "it; look at who has rewritten it"
        )
    return RemoteAwayError("the other copy of the repository cannot be reached")

"""Forges as real servers of HTTP, made from their documentation: what they ask for, and answer.

GitHub: docs.github.com/rest/pulls/pulls. GitLab: docs.gitlab.com/api/merge_requests. Forgejo and
Gitea: /api/swagger of Codeberg, repoListPullRequests, repoCreatePullRequest, repoGetPullRequest.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from repositories import git

OWNER, NAME = "justice", "standards"
Answer = tuple[int, Any]


@dataclass
class FakeForge:
    """A forge over a bare repository; `pulls` are its pull requests by number."""

    kind: str
    repository: Path
    token: str
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    instead: tuple[int, bytes, dict[str, str]] | None = None
    """What it answers to whatever it is asked."""
    address: str = ""

    def answer(self, verb: str, path: str, heads: Any, body: Any) -> Answer:
        """Answer one request."""
        parts = urlsplit(path)
        asked = dict(parse_qsl(parts.query))
        self.asked.append((verb, path))
        if not self._knows(heads):
            return 401, {"message": "Bad credentials"}
        at = {"gitlab": f"/projects/{OWNER}%2F{NAME}/merge_requests"}.get(
            self.kind, f"/repos/{OWNER}/{NAME}/pulls"
        )
        if parts.path == at:
            return self._made(body) if verb == "POST" else (200, self._listed(asked))
        number = parts.path.removeprefix(f"{at}/")
        if verb == "GET" and number.isdigit() and int(number) in self.pulls:
            return 200, self._shown(self.pulls[int(number)])
        return 404, {"message": "Not Found"}

    def _knows(self, heads: Any) -> bool:
        wanted = {
            "github": ("Authorization", f"Bearer {self.token}"),
            "gitlab": ("PRIVATE-TOKEN", self.token),
        }.get(self.kind, ("Authorization", f"token {self.token}"))
        if self.kind == "github" and heads.get("X-GitHub-Api-Version") != "2022-11-28":
            return False
        return bool(heads.get(wanted[0]) == wanted[1] and heads.get("User-Agent"))

    def _made(self, said: dict[str, Any]) -> Answer:
        head, base = (
            ("source_branch", "target_branch") if self.kind == "gitlab" else ("head", "base")
        )
        branch, main = said[head], said[base]
        names = git(self.repository, "for-each-ref", "--format=%(refname)").split()
        if {f"refs/heads/{branch}", f"refs/heads/{main}"} - set(names):
            return (404 if self.kind == "forgejo" else 422), {"message": "no such branch"}
        if any(one["branch"] == branch and one["state"] == "open" for one in self.pulls.values()):
            return self._is_there()
        number = len(self.pulls) + 1
        body = said["description" if self.kind == "gitlab" else "body"]
        self.pulls[number] = {
            "number": number,
            "branch": branch,
            "main": main,
            "state": "open",
            "title": said["title"],
            "body": body,
        }
        return 201, self._shown(self.pulls[number])

    def _is_there(self) -> Answer:
        if self.kind == "github":
            told = {"resource": "PullRequest", "code": "custom", "message": "already exists"}
            return 422, {"message": "Validation Failed", "errors": [told]}
        return 409, {"message": ["Another open merge request already exists"]}

    def _listed(self, asked: dict[str, str]) -> list[Any]:
        found = list(self.pulls.values())
        if self.kind == "github":
            owner, _, branch = asked["head"].partition(":")
            assert owner == OWNER
            found = [one for one in found if one["branch"] == branch]
        if self.kind == "gitlab":
            found = [one for one in found if one["branch"] == asked["source_branch"]]
        wanted = {"opened": "open"}.get(asked["state"], asked["state"])
        found = [one for one in found if one["state"] == wanted]
        if self.kind == "forgejo":
            page, limit = int(asked["page"]), min(int(asked["limit"]), 50)
            found = found[(page - 1) * limit : page * limit]
        return [self._shown(one) for one in found]

    def _shown(self, pull: dict[str, Any]) -> dict[str, Any]:
        page = f"https://forge.example.kz/{OWNER}/{NAME}/pulls/{pull['number']}"
        state = pull["state"]
        if self.kind == "gitlab":
            named = {"open": "opened"}.get(state, state)
            return {
                "id": 900 + pull["number"],
                "iid": pull["number"],
                "web_url": page,
                "state": named,
            }
        shown = {
            "number": pull["number"],
            "html_url": page,
            "state": "open" if state == "open" else "closed",
            "head": {"ref": pull["branch"], "label": f"{OWNER}:{pull['branch']}"},
            "merged_at": "2026-11-20T08:00:00Z" if state == "merged" else None,
        }
        if self.kind == "forgejo":
            shown |= {"merged": state == "merged"}
            shown["head"] = {"ref": pull["branch"], "label": pull["branch"]}
        return shown


@contextmanager
def served(forge: FakeForge) -> Iterator[FakeForge]:
    """Let a forge answer on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if forge.instead:
                forge.asked.append((self.command, self.path))
                status, body, heads = forge.instead
            else:
                said = json.loads(given) if given else None
                status, answer = forge.answer(self.command, self.path, self.headers, said)
                body, heads = json.dumps(answer).encode(), {"Content-Type": "application/json"}
            self.send_response(status)
            for name, value in {**heads, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _answer  # noqa: N815 - as the class above has it

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

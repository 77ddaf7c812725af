"""The service as a process: where it listens, how several count together, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from queues import named
from running_service import answer, running
from serving import SECRET_OF_TESTS, a_project_repository, settings_file
from talqy.service.run import ListenError, listening
from talqy.service.settings import SECRET
from talqy.service.store.store import Store
from talqy.service.taken import State


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Path]:
    """A place for a socket: paths of tests are too long for one."""
    with tempfile.TemporaryDirectory(prefix="talqy-") as folder:
        yield Path(folder) / "s"


@pytest.fixture
def settings(tmp_path: Path, at: Path) -> Path:
    a_project_repository(tmp_path / "project")
    return settings_file(tmp_path, listen=f"unix:{at}")


def queue(settings: Path) -> list[str]:
    with closing(Store.there(settings.parent / "data" / "queue.sqlite")) as store:
        return [one.id for one in store.waiting([State.RECEIVED])]


def wait_for(settings: Path, number: int) -> None:
    """Wait until so many comments are in the queue."""
    while len(queue(settings)) < number:
        time.sleep(0.02)


def test_who_asked_is_answered_before_the_service_ends(settings: Path, at: Path) -> None:
    with running(settings, at) as process:
        assert at.stat().st_mode & 0o777 == 0o660
        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(answer, at, f"/slow?number={n}", "POST") for n in range(1, 5)]
            wait_for(settings, 4)
            process.send_signal(signal.SIGTERM)
            assert [one.result() for one in asked] == [(200, named(n)) for n in range(1, 5)]
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "ended in order"
    assert said.count("INFO POST /slow 200") == 4
    assert not at.exists()


def test_who_comes_first_waits_for_no_pattern(settings: Path) -> None:
    """What the judge asks is compiled when a process of the service begins, not by a comment."""
    script = (
        "from talqy.service.run import from_environment\n"
        "from talqy.comments import patterns, voice_signs\n"
        "assert 'search' not in vars(voice_signs.OF_PEOPLE)\n"
        "from_environment()\n"
        "print(len(patterns._WAITING), 'search' in vars(voice_signs.OF_PEOPLE))"
    )
    known = {**os.environ, "TALQY_SERVICE_SETTINGS": str(settings), SECRET: SECRET_OF_TESTS}
    line = [sys.executable, "-c", script]
    done = subprocess.run(line, env=known, capture_output=True, check=False)
    assert done.stdout.split() == [b"0", b"True"], done.stderr


@pytest.mark.proof
def test_what_was_taken_outlives_a_kill(settings: Path, at: Path) -> None:
    with running(settings, at) as process:
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(answer, at, "/slow?number=1", "POST")
            wait_for(settings, 1)
            process.kill()
            with pytest.raises(OSError, match=r"."):
                asked.result()
        process.wait()
    assert queue(settings) == [named(1)]
    with running(settings, at):  # the socket that is left of the killed one is no obstacle
        assert answer(at, "/slow?number=1", "POST") == (200, named(1))
    assert queue(settings) == [named(1)]


@pytest.mark.proof
def test_several_processes_tell_the_figures_of_all(settings: Path, at: Path) -> None:
    settings_file(settings.parent, listen=f"unix:{at}", processes=2)
    with running(settings, at) as process:
        for _ in range(30):
            assert answer(at, "/nothing")[0] == 404
        families = text_string_to_metric_families(answer(at, "/metrics")[1])
        found = [
            sample.value
            for family in families
            for sample in family.samples
            if sample.name == "talqy_requests_total" and sample.labels["status"] == "404"
        ]
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=30)
    assert found == [30]
    assert (process.returncode, said.splitlines()[-1]) == (0, "ended in order")


def test_no_process_outlives_the_one_that_began_it(settings: Path, at: Path) -> None:
    settings_file(settings.parent, listen=f"unix:{at}", processes=2)
    with running(settings, at) as process:
        process.kill()
        process.communicate(timeout=30)  # what they print comes to its end: nobody holds it
    with pytest.raises(OSError, match=r"."):
        answer(at)


def test_a_place_that_is_taken_is_said_to_be(at: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        where = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(ListenError, match="another program"), listening(where):
            pass
    with listening(f"unix:{at}"), pytest.raises(ListenError), listening(f"unix:{at}"):
        pass
    at.write_text("a letter")
    with pytest.raises(ListenError), listening(f"unix:{at}"):
        pass
    assert at.read_text() == "a letter"
    at.unlink()
    with pytest.raises(ListenError), listening(f"unix:{at.parent / 'no' / 's'}"):
        pass
    with pytest.raises(ListenError, match="no place"), listening("nowhere"):
        pass

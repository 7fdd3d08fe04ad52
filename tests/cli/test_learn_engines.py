"""``canonym learn`` in processes and on a cluster: the same termbase, and Ctrl-C leaves nothing behind."""

import os
import signal
import subprocess
import sys

import pytest

from cli.running import canonym, write

TEXT = "On day {0} they met Caterina Ferrante in Lisbon. Then {0} friends of hers left for Porto.\n"
LEARNED = "termbase.learned.jsonl"
ENGINES = pytest.mark.parametrize("engine", ["local", "dask"])


@pytest.fixture
def corpus(tmp_path):
    return write(tmp_path, {f"articles/{number}.txt": TEXT.format(number) for number in range(5)})


def test_without_dask_its_engine_tells_the_remedy(corpus):
    write(corpus, {"none/distributed.py": "raise ImportError"})
    environment = {"PYTHONPATH": str(corpus / "none")}
    assert canonym("learn", "articles", "--engine", "dask", cwd=corpus, env=environment) == (
        2,
        "",
        "canonym: --engine dask: needs Dask distributed: install canonym with the extra dask\n",
    )
    assert not (corpus / LEARNED).exists()


def test_a_cluster_on_this_machine_learns_the_same(corpus):
    learned = []
    for engine in ("local", "dask"):
        code, _, err = canonym("learn", "articles", "--engine", engine, "--jobs", "2", cwd=corpus)
        assert (code, err) == (0, "")
        learned.append((corpus / LEARNED).read_bytes())
    assert learned[0] == learned[1]


@ENGINES
@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals, and another Ctrl-C")
def test_an_interrupt_leaves_nothing_half_done(tmp_path, engine):
    import pty

    write(tmp_path, {f"articles/{n}.txt": "".join(map(TEXT.format, range(n, 4000))) for n in range(12)})
    shown, terminal = pty.openpty()
    command = [sys.executable, "-m", "canonym", "learn", "articles", "--engine", engine, "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=terminal, start_new_session=True
    ) as running:
        os.close(terminal)
        said = os.read(shown, 1000)  # waits until the work has begun
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all processes
        assert running.wait(60) == 130
        assert running.stdout.read() == b""
    said += rest(shown)
    assert said.decode().replace("learning", "").strip(" \r0123456789%") == ""
    assert [path.name for path in tmp_path.iterdir()] == ["articles"]


def rest(terminal):
    """Return what was still written to a terminal that nobody has any more."""
    said = b""
    try:
        while some := os.read(terminal, 1000):
            said += some
    except OSError:  # how Linux says that it is at its end
        pass
    os.close(terminal)
    return said


def test_what_is_not_asked_for_is_not_loaded(corpus):
    program = (
        "import sys; from canonym.cli.main import main; main(['learn', 'articles', '-q', '-j1']);"
        "print({'distributed', 'dask', 'fastwarc', 'backports'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=corpus, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "set()\n"

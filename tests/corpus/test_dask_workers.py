"""A cluster learns what this machine alone would, and a lost worker costs only what it had in hand."""

import os
import signal

import pytest
from distributed import Client, LocalCluster

from canonym.corpus import articles as parting
from canonym.corpus.learning import Cancelled, learn
from canonym.corpus.workers.dask_workers import dask
from canonym.corpus.workers.local_workers import EngineError
from canonym.termbase.learned import dump
from cli.running import write
from corpus.test_order import articles
from marking import write_corpus

pytestmark = pytest.mark.filterwarnings("default::ResourceWarning", "default::DeprecationWarning")


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster


@pytest.fixture
def sources(tmp_path, monkeypatch):
    monkeypatch.setattr(parting, "PART", 10)  # many parts of few articles
    return write_corpus(tmp_path, articles(200))


def test_a_scheduler_that_does_not_answer_is_reported(sources):
    with pytest.raises(EngineError, match=r"tcp://127\.0\.0\.1:1 does not answer"):
        learn(sources, engine=dask("tcp://127.0.0.1:1", 1, patience=1))


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "the cluster has no worker"), (1, r"the worker at \S+ has canonym 0\.0\.9; this is 0\.")],
)
def test_workers_that_cannot_do_the_work_are_told(tmp_path, sources, count, told):
    old = {"old/canonym-0.0.9.dist-info/METADATA": "Metadata-Version: 2.1\nName: canonym\nVersion: 0.0.9\n"}
    path = str(write(tmp_path, old) / "old")
    workers = {"n_workers": count, "preload": [f"import sys; sys.path.insert(0, {path!r})"]}
    with (
        LocalCluster(**workers, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        pytest.raises(EngineError, match=told),
    ):
        learn(sources, engine=dask(cluster.scheduler_address, 1, patience=2))


def test_a_cluster_learns_the_same(cluster, sources):
    learned = learn(sources, engine=dask(cluster.scheduler_address, 1))
    assert list(dump(learned)) == list(dump(learn(sources)))


def test_a_killed_worker_costs_only_its_part(cluster, sources):
    with Client(cluster) as client:
        victim, *others = client.run(os.getpid).values()
        assert others
    killed = []

    def kill(done, of):
        if not killed and done > of // 4:
            killed.append(victim)
            os.kill(victim, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    learned = learn(sources, engine=dask(cluster.scheduler_address, 1), progress=kill)
    assert killed
    assert list(dump(learned)) == list(dump(learn(sources)))


def interrupt(_done, _of):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("options", "error"),
    [({"cancelled": lambda: True}, Cancelled), ({"progress": interrupt}, KeyboardInterrupt)],
)
def test_what_is_cancelled_leaves_the_cluster_nothing_to_do(cluster, sources, options, error):
    with pytest.raises(error):
        learn(sources, engine=dask(cluster.scheduler_address, 1), **options)
    with Client(cluster) as client:
        for _ in range(1000):  # the workers tell the scheduler one by one that they let go
            if not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
                return
    raise AssertionError("the cluster still works")

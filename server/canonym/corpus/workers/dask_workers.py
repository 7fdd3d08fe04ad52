"""Learns on a Dask cluster: the same pieces in the same order, on many machines.

Only this module imports ``distributed``. The workers need canonym, and must see the articles under the same
paths.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from canonym.corpus.workers.helper_processes import interrupts_held
from canonym.corpus.workers.local_workers import Engine, EngineError

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")

REMEDY = "needs Dask distributed: install canonym with the extra dask"
PATIENCE = 30
"""Seconds within which a scheduler must answer and have a worker."""


class Dask:
    """Does the work on a cluster. Another worker repeats the work of a lost one.

    Args:
        client: A client of the cluster.
    """

    AHEAD = 3
    """Pieces of work for each thread of the cluster, running or waiting."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._pending: deque[Future] = deque()

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield the result of ``function`` for each piece of work.

        Raises:
            EngineError: The cluster lost several workers on one piece, or all its workers.
        """
        for piece in work:
            self._pending.append(self._client.submit(function, piece, pure=False))
            if len(self._pending) >= self.AHEAD * max(1, sum(self._client.nthreads().values())):
                yield self._next()
        while self._pending:
            yield self._next()

    def cancel(self) -> None:
        """Cancel what runs or waits."""
        self._client.cancel(list(self._pending), force=True)
        self._pending.clear()

    def _next(self) -> _Result:  # type: ignore[type-var]  # of the function that was submitted
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            result: _Result = self._pending[0].result()
        except KilledWorker as error:
            raise EngineError(
                f"the cluster lost {error.allowed_failures + 1} workers on one piece"
            ) from error
        except FutureCancelledError as error:
            raise EngineError("the cluster gave the work up; is its scheduler still running?") from error
        self._pending.popleft()
        return result


@contextmanager
def dask(scheduler: str | None, jobs: int, patience: float = PATIENCE) -> Iterator[Engine]:
    """Provide an engine that works on a cluster.

    Args:
        scheduler: Its address, such as ``tcp://10.0.0.1:8786``; None for a cluster on this machine.
        jobs: The number of processes of a cluster on this machine.
        patience: Seconds within which the scheduler must answer and have a worker.

    Raises:
        EngineError: Dask is not installed, the scheduler does not answer, or its workers cannot do the work.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise EngineError(REMEDY) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        try:
            cluster = scheduler or stack.enter_context(_of_this_machine(jobs))
            client = stack.enter_context(Client(cluster, timeout=patience, set_as_default=False))
        except (OSError, ValueError) as error:
            raise EngineError(f"{scheduler or 'the cluster'} does not answer: {error}") from error
        _check_workers(client, patience)
        engine = Dask(client)
        try:
            yield engine
        finally:
            engine.cancel()


def _of_this_machine(jobs: int) -> "LocalCluster":
    from distributed import LocalCluster

    with interrupts_held():
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",  # any free port: two clusters with the default port warn
            silence_logs=logging.CRITICAL,
        )


def _check_workers(client: "Client", patience: float) -> None:
    """Refuse to wait for ever, and to mix versions of the program, which may learn different things."""
    from distributed import TimeoutError as NoAnswer

    try:
        client.wait_for_workers(1, timeout=patience)
    except NoAnswer as error:
        raise EngineError("the cluster has no worker") from error
    versions = client.get_versions(packages=["canonym"])
    ours = versions["client"]["packages"]["canonym"]
    for address, worker in versions["workers"].items():
        theirs = worker["packages"]["canonym"]
        if theirs != ours:
            found = f"canonym {theirs}" if theirs else "no canonym"
            raise EngineError(f"the worker at {address} has {found}; this is {ours}")

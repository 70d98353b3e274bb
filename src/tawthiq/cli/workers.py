"""Work spread over processes: results in the order of the questions, few of them in memory at a time."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

from tawthiq.errors import TawthiqError

A = TypeVar("A")
R = TypeVar("R")

# Starting a process takes as long as reading about this many short reports.
_WORTH_A_PROCESS = 16
# Enough to keep the workers busy while a batch is stored.
_AHEAD = 8


class WorkerLostError(TawthiqError):
    """A worker process was killed, or died for want of memory."""


class Spread(Protocol):
    """`map`, whoever does the work."""

    def __call__(self, function: Callable[[A], R], items: Iterable[A], /) -> Iterator[R]: ...


def how_many(asked: int | None, things: int) -> int:
    """Processes for so many things: as asked, or one a core where there is enough to do."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(asked or cores, things if asked else things // _WORTH_A_PROCESS))


@contextmanager
def workers(jobs: int) -> Iterator[Spread]:
    """A `map` over that many processes, or in this one where `jobs` is 1. WorkerLostError where one is killed."""
    if jobs == 1:
        yield map
        return
    # Spawned, not forked: a copy of an open database connection would end the parent's.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield partial(_in_order, pool, _AHEAD * jobs)
    except BaseException as error:
        _abandon(pool)
        if isinstance(error, BrokenProcessPool):
            raise WorkerLostError("a worker process was killed or ran out of memory; try again with --jobs 1") from None
        raise
    pool.shutdown()


def _in_order(pool: ProcessPoolExecutor, ahead: int, function: Callable[[A], R], items: Iterable[A], /) -> Iterator[R]:
    waiting: deque[Future[R]] = deque()
    for item in items:
        waiting.append(_submit(pool, function, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _submit(pool: ProcessPoolExecutor, function: Callable[[A], R], item: A) -> Future[R]:
    """A worker that starts here inherits that Ctrl-C, which a terminal sends to all, is not for it."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(function, item)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(function, item)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _abandon(pool: ProcessPoolExecutor) -> None:
    """A long report is not waited for."""
    for child in active_children():
        child.terminate()
    pool.shutdown(cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""Work in several processes: in order, few things at a time, and what becomes of a worker that is lost."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from tawthiq.cli.workers import WorkerLostError, how_many, workers
from tawthiq.errors import InputError


def slow_if_even(number: int) -> int:
    time.sleep(0.02 if number % 2 == 0 else 0)
    return number * number


def refuse(number: int) -> int:
    raise InputError(f"{number} cannot be read")


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    with workers(jobs) as spread:
        assert list(spread(slow_if_even, range(12))) == [n * n for n in range(12)]
    assert active_children() == []


def test_few_things_are_taken_ahead() -> None:
    taken = []

    def things() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with workers(2) as spread:
        results = spread(slow_if_even, things())
        assert [next(results) for _ in range(10)] == [n * n for n in range(10)]
        assert len(taken) <= 10 + 2 * 8


def test_two_kinds_of_work_share_the_workers() -> None:
    with workers(2) as spread:
        assert list(spread(slow_if_even, spread(slow_if_even, range(5)))) == [n**4 for n in range(5)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_work_is_the_callers(jobs: int) -> None:
    with pytest.raises(InputError, match="3 cannot be read"), workers(jobs) as spread:
        list(spread(refuse, [3, 4]))
    assert active_children() == []


def test_a_lost_worker_is_told() -> None:
    with pytest.raises(WorkerLostError, match="--jobs 1"), workers(2) as spread:
        list(spread(die, range(5)))
    assert active_children() == []


def test_as_many_as_asked_or_worth_it() -> None:
    cores = len(os.sched_getaffinity(0))
    assert how_many(None, 3) == 1
    assert how_many(None, 10_000) == cores
    assert [how_many(asked, 3) for asked in (1, 2, 8)] == [1, 2, 3]
    assert how_many(4, 0) == 1

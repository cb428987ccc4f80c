"""Jobs: claimed once, leased, tried again, given up, and started on time by one worker only."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from guardbook.actions import jobs
from guardbook.actions.jobs import Recurring
from guardbook.jobs import registry, worker
from guardbook.kernel.errors import Refused
from guardbook.outside import clock, queue
from guardbook.records.models import JobLease, Tick

pytestmark = pytest.mark.django_db
LEASE = timedelta(minutes=1)
DONE: list[Mapping[str, Any]] = []


def note(arguments: Mapping[str, Any], now: datetime) -> None:
    """A job that works."""
    DONE.append(arguments)


def stumble(arguments: Mapping[str, Any], now: datetime) -> None:
    """A job that fails as bugs and networks do."""
    raise OSError("the network is away")


def say_no(arguments: Mapping[str, Any], now: datetime) -> None:
    """A job that a rule refuses."""
    raise Refused("This computer cannot make PDF files.")


@pytest.fixture(autouse=True)
def test_jobs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Jobs that only these tests have."""
    for name, job in {"test.note": note, "test.stumble": stumble, "test.say_no": say_no}.items():
        monkeypatch.setitem(registry.JOBS, name, job)
    yield
    DONE.clear()


def statuses() -> list[str]:
    """The state of every job."""
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


def at_once() -> None:
    """Let every waiting job run now."""
    DBTaskResult.objects.update(run_after=clock.now() - timedelta(seconds=1))


def test_a_job_is_done_with_its_arguments() -> None:
    queue.enqueue("test.note", {"a": 1})

    assert worker.Worker().do_one()

    assert DONE == [{"a": 1}]
    assert statuses() == ["SUCCESSFUL"]
    assert not JobLease.objects.exists()


def test_an_empty_queue_gives_nothing_to_do() -> None:
    assert not worker.Worker().do_one()


def test_a_job_of_a_change_that_was_undone_is_never_done() -> None:
    @transaction.atomic
    def change() -> None:
        queue.enqueue("test.note", {})
        raise RuntimeError

    with pytest.raises(RuntimeError):
        change()

    assert not worker.Worker().do_one()


def test_a_job_for_later_waits() -> None:
    queue.enqueue("test.note", {}, run_after=clock.now() + timedelta(hours=1))

    assert not worker.Worker().do_one()
    assert queue.is_waiting("test.note")


def test_a_job_that_failed_is_tried_again_later_and_later(caplog: pytest.LogCaptureFixture) -> None:
    queue.enqueue("test.stumble", {})

    for attempt in range(1, jobs.MOST_ATTEMPTS):
        assert worker.Worker().do_one(), attempt
        assert statuses() == ["READY"]
        assert not worker.Worker().do_one()
        at_once()
    worker.Worker().do_one()

    assert statuses() == ["FAILED"]
    assert "for good" in caplog.text


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 10), (2, 40), (3, 160), (4, 640), (9, 3600)])
def test_waits_grow_up_to_an_hour(attempts: int, seconds: int) -> None:
    assert jobs.wait_after(attempts) == timedelta(seconds=seconds)


@pytest.mark.parametrize("name", ["test.say_no"])
def test_a_job_that_a_rule_refused_is_not_tried_again(name: str) -> None:
    queue.enqueue(name, {})

    worker.Worker().do_one()

    assert statuses() == ["FAILED"]
    assert "Refused" in DBTaskResult.objects.get().exception_class_path


def test_a_job_nobody_knows_is_an_error() -> None:
    with pytest.raises(registry.UnknownJob, match="no job called"):
        registry.run("test.unknown", {})


def test_the_generic_task_does_the_job_too() -> None:
    queue.perform.func(name="test.note", arguments={"a": 2})

    assert DONE == [{"a": 2}]


def test_a_job_of_a_dead_worker_goes_to_another(now: datetime) -> None:
    queue.enqueue("test.note", {})
    lost = jobs.claim("dead", now, LEASE)
    assert lost is not None

    assert jobs.reap(now + LEASE) == 0
    assert jobs.reap(now + LEASE + timedelta(seconds=1)) == 1
    at_once()
    again = jobs.claim("alive", now, LEASE)

    assert again is not None
    assert again.job_id == lost.job_id


def test_a_worker_that_finds_nothing_to_do_holds_nothing(now: datetime) -> None:
    assert jobs.claim("idle", now, LEASE) is None

    assert not JobLease.objects.exists()


def test_a_lease_that_is_renewed_is_not_reaped(now: datetime) -> None:
    queue.enqueue("test.note", {})
    job = jobs.claim("slow", now, LEASE)
    assert job is not None

    assert jobs.renew(job.job_id, "slow", now + LEASE, LEASE)

    assert jobs.reap(now + LEASE + timedelta(seconds=1)) == 0


def test_a_worker_that_lost_its_job_can_no_longer_finish_it(now: datetime) -> None:
    queue.enqueue("test.note", {})
    job = jobs.claim("slow", now, LEASE)
    assert job is not None
    jobs.reap(now + LEASE * 2)
    at_once()
    jobs.claim("quick", now, LEASE)

    assert not jobs.renew(job.job_id, "slow", now, LEASE)
    assert not jobs.finish(job.job_id, "slow")
    assert jobs.fail(job.job_id, "slow", OSError(), now)
    assert statuses() == ["RUNNING"]


def test_a_job_that_no_worker_survives_is_given_up(now: datetime) -> None:
    queue.enqueue("test.note", {})

    for _ in range(jobs.MOST_ATTEMPTS):
        jobs.claim("dying", now, LEASE)
        jobs.reap(now + LEASE * 2)
        at_once()

    assert statuses() == ["FAILED"]
    assert "WorkerLost" in DBTaskResult.objects.get().exception_class_path


def test_a_recurring_job_starts_once_however_many_workers_ask(now: datetime) -> None:
    hourly = [Recurring("test.note", timedelta(hours=1))]

    started = [jobs.tick(hourly, name, now) for name in ("one", "two", "three")]

    assert started == [["test.note"], [], []]
    assert len(statuses()) == 1


def test_of_two_workers_that_ask_at_the_same_moment_one_starts_the_job(now: datetime) -> None:
    hourly = Recurring("test.note", timedelta(hours=1))

    def overtaken() -> Iterator[Recurring]:
        assert jobs.tick([hourly], "quick", now) == ["test.note"]
        yield hourly

    assert jobs.tick(overtaken(), "slow", now) == []
    assert len(statuses()) == 1


def test_a_recurring_job_starts_again_when_its_time_comes(now: datetime) -> None:
    hourly = [Recurring("test.note", timedelta(hours=1))]
    jobs.tick(hourly, "one", now)
    worker.Worker().do_one()

    assert jobs.tick(hourly, "one", now + timedelta(minutes=59)) == []
    assert jobs.tick(hourly, "two", now + timedelta(hours=1)) == ["test.note"]


def test_a_recurring_job_that_still_waits_is_not_queued_twice(now: datetime) -> None:
    hourly = [Recurring("test.note", timedelta(hours=1))]
    jobs.tick(hourly, "one", now)

    assert jobs.tick(hourly, "one", now + timedelta(days=3)) == []
    assert len(statuses()) == 1


def test_every_recurring_job_exists() -> None:
    assert {job.name for job in registry.RECURRING} <= set(registry.JOBS)


def test_a_worker_shows_that_it_lives(now: datetime) -> None:
    assert not jobs.is_alive(now)

    jobs.say_alive("one", now)

    assert jobs.is_alive(now + timedelta(seconds=29))
    assert not jobs.is_alive(now + timedelta(seconds=31))


def test_a_round_starts_what_recurs_and_takes_over_what_was_left(now: datetime) -> None:
    queue.enqueue("test.note", {})
    jobs.claim("dead", now - timedelta(days=365), LEASE)

    worker.Worker().look_round()

    assert set(statuses()) == {"READY"}
    assert set(Tick.objects.exclude(name="worker").values_list("name", flat=True)) == {
        job.name for job in registry.RECURRING
    }


def test_jobs_done_a_week_ago_are_forgotten_and_failures_kept(now: datetime) -> None:
    queue.enqueue("test.note", {})
    queue.enqueue("test.say_no", {})
    worker.Worker().do_one()
    worker.Worker().do_one()

    jobs.tidy(clock.now() + timedelta(days=8))

    assert statuses() == ["FAILED"]


def test_a_stopped_worker_leaves_at_once() -> None:
    queue.enqueue("test.note", {})
    stopped = worker.Worker()
    stopped.stop()

    stopped.work()

    assert DONE == []
    assert isinstance(DBTaskResult.objects.get().pk, UUID)

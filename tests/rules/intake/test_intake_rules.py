"""What is taken, what counts as tried, who is shown outside routes first, and what can become of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.access import Permission
from guardbook.rules.intake import reports, routes, sending, trying
from guardbook.rules.intake.reports import About, CameBy, Decision, Kind, Purpose, Sort, State, When
from guardbook.rules.intake.sending import Answer

DAY = 24 * 3600


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (sending.Facts(3), Answer.TAKE),
        (sending.Facts(2), Answer.AGAIN),
        (sending.Facts(None), Answer.AGAIN),
        (sending.Facts(DAY), Answer.TAKE),
        (sending.Facts(DAY + 1), Answer.AGAIN),
        (sending.Facts(60, hidden_box_is_filled=True), Answer.AGAIN),
        (sending.Facts(60, sent_from_this_place=19), Answer.TAKE),
        (sending.Facts(60, sent_from_this_place=20), Answer.WAIT),
        (sending.Facts(60, sent_to_this_address=59), Answer.TAKE),
        (sending.Facts(60, sent_to_this_address=60), Answer.WAIT),
    ],
)
def test_what_is_taken(facts: sending.Facts, answer: Answer) -> None:
    assert sending.sending(facts).answer is answer


@given(st.builds(sending.Facts, st.one_of(st.none(), st.integers()), st.booleans(), st.integers(), st.integers()))
def test_whatever_is_not_taken_says_that_nothing_is_lost(facts: sending.Facts) -> None:
    found = sending.sending(facts)

    assert found.answer is Answer.TAKE or "still here" in found.reason.text or "Nothing is lost" in found.reason.text


@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        (trying.Facts(is_signed_in=True, is_this_computer=False, is_same_browser=False), False),
        (trying.Facts(is_signed_in=False, is_this_computer=True, is_same_browser=False), False),
        (trying.Facts(is_signed_in=False, is_this_computer=None, is_same_browser=True), False),
        (trying.Facts(is_signed_in=False, is_this_computer=None, is_same_browser=False), True),
        (trying.Facts(is_signed_in=False, is_this_computer=False, is_same_browser=False), True),
    ],
)
def test_only_another_device_shows_that_an_address_works(facts: trying.Facts, counts: bool) -> None:
    assert trying.trial(facts).counts is counts


@pytest.mark.parametrize(
    ("browser", "device"), [("Mozilla/5.0 (iPhone)", "a phone or tablet"), ("Mozilla/5.0 (X11)", "a computer")]
)
def test_a_device_is_named_in_two_words(browser: str, device: str) -> None:
    assert trying.device(browser) == device


@pytest.mark.parametrize(
    ("facts", "first", "words"),
    [
        (routes.Facts(About.STAFF, 0, is_named=True, named_reads=True), True, "Only the person you named"),
        (routes.Facts(About.NOBODY, 0), True, "Nobody here is set up"),
        (routes.Facts(About.STAFF, 2, is_named=True, named_reads=True), False, "does not see your report"),
        (routes.Facts(About.READER, 2), True, "does not know who it is about"),
        (routes.Facts(About.NOBODY, 2), False, "always tell somebody outside"),
        (routes.Facts(About.UNSURE, 1), False, "always tell somebody outside"),
    ],
)
def test_who_is_shown_outside_routes_first(facts: routes.Facts, first: bool, words: str) -> None:
    found = routes.routes(facts)

    assert (found.come_first, words in found.reason.text) == (first, True)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision(State.WAITING, State.TAKEN), ""),
        (Decision(State.WAITING, State.JOINED), ""),
        (Decision(State.WAITING, State.JOINED, is_the_same=True), "to itself"),
        (Decision(State.WAITING, State.CLOSED, "We talked."), ""),
        (Decision(State.WAITING, State.CLOSED, " "), "Say what was done"),
        (Decision(State.WAITING, State.WAITING), "cannot go back"),
        (Decision(State.CLOSED, State.TAKEN), "dealt with this report already: closed"),
        (Decision(State.TAKEN, State.TAKEN), "dealt with this report already: being worked on"),
    ],
)
def test_what_can_become_of_a_report(decision: Decision, words: str) -> None:
    found = " ".join(reports.faults(decision))

    assert words in found
    assert bool(found) == bool(words)


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        (Kind.WORRY, Permission.INCIDENT_VIEW),
        (Kind.REQUEST, Permission.REQUEST_VIEW),
        (Kind.COMPLAINT, Permission.REQUEST_VIEW),
    ],
)
def test_who_may_read_which_kind(kind: Kind, needs: Permission) -> None:
    assert kind.needs is needs


@pytest.mark.parametrize("words", [Kind, Sort, Purpose, CameBy, About, When, State])
def test_every_word_people_see_is_there_and_its_own(words: type[Kind]) -> None:
    labels = [each.label for each in words]

    assert all(labels)
    assert len(set(labels)) == len(labels)


@given(st.text(alphabet=reports.ALPHABET, min_size=1, max_size=12), st.sampled_from([" ", "-", ""]))
def test_a_number_is_found_again_however_it_is_typed(kept: str, between: str) -> None:
    shown = reports.in_fours(kept)

    assert reports.plain(shown) == kept
    assert reports.plain(between.join(shown)) == kept

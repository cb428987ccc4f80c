"""Proofs: attached, used, withdrawn, and opened with a note where they are sensitive."""

import io
from datetime import date
from uuid import UUID, uuid4

import pytest

from guardbook.actions import evidence
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.outside import files
from guardbook.queries import evidence as questions
from guardbook.queries.access import Context
from guardbook.records.models import AuditEvent, Evidence, SensitiveRead
from guardbook.rules.evidence import About, Subject, SubjectKind
from tests.cast import Cast
from tests.outside import samples

POLICY = About("Data protection policy")
ITEM = Subject(SubjectKind.ITEM, "dspt/8/1.1.1")
OTHER = Subject(SubjectKind.ITEM, "dspt/8/1.1.5")


def attach(context: Context, about: About = POLICY, supports: Subject | None = ITEM) -> UUID:
    """Send a PDF."""
    sent = io.BytesIO(samples.PDF)
    return evidence.attach_upload(
        context, file_name="policy.pdf", stream=sent, about=about, supports=supports
    ).evidence_id


def test_a_file_that_is_sent_is_kept_and_supports_its_item(cast: Cast) -> None:
    attach(cast.asha)

    (proof,) = questions.supporting(cast.asha, SubjectKind.ITEM)[ITEM.key]
    assert (proof.file_name, proof.media_type, proof.size) == ("policy.pdf", "application/pdf", len(samples.PDF))
    assert files.store().read(proof.fingerprint) == samples.PDF
    assert AuditEvent.objects.filter(event="evidence.proof.attached", subject_id=proof.evidence_id).exists()


def test_what_was_removed_from_a_photo_is_told(cast: Cast) -> None:
    sent = io.BytesIO(samples.photo_with_place())

    attached = evidence.attach_upload(cast.asha, file_name="card.jpg", stream=sent, about=About("Card"))

    assert "Hidden details" in attached.notes[0]


def test_a_file_that_may_not_come_in_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="web page"):
        evidence.attach_upload(cast.asha, file_name="a.txt", stream=io.BytesIO(b"<html>"), about=POLICY)

    assert not Evidence.objects.exists()


def test_a_link_and_a_place_are_proofs_too(cast: Cast) -> None:
    evidence.attach_link(cast.asha, address="https://www.example.org/policy", about=POLICY, supports=ITEM)
    evidence.attach_place(cast.asha, place="Blue folder in the office", about=POLICY, supports=ITEM)

    link, place = questions.supporting(cast.asha, SubjectKind.ITEM, [ITEM.key])[ITEM.key]
    assert (link.address, place.place) == ("https://www.example.org/policy", "Blue folder in the office")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "policy", "ftp://a.org/x", "https://", "http://[", "https://a b.org", "//a.org"]
)
def test_an_address_that_is_no_web_page_is_refused(cast: Cast, address: str) -> None:
    with pytest.raises(Refused, match="whole web address"):
        evidence.attach_link(cast.asha, address=address, about=POLICY)


def test_an_address_with_a_password_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="password out"):
        evidence.attach_link(cast.asha, address="https://me:secret@example.org/", about=POLICY)


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (About("  "), "Say what this is"),
        (About("a" * 201), "200 letters"),
        (About("Policy", date(2026, 2, 1), date(2026, 1, 1)), "last day"),
    ],
)
def test_what_is_said_of_a_proof_must_make_sense(cast: Cast, about: About, words: str) -> None:
    with pytest.raises(Refused, match=words):
        evidence.attach_place(cast.asha, place="Office", about=about)


def test_a_place_must_be_said(cast: Cast) -> None:
    with pytest.raises(Refused, match="where it is kept"):
        evidence.attach_place(cast.asha, place=" ", about=POLICY)


def test_one_proof_may_support_many_things(cast: Cast) -> None:
    evidence_id = attach(cast.asha)

    evidence.use_for(cast.asha, evidence_id=evidence_id, supports=OTHER)
    evidence.use_for(cast.asha, evidence_id=evidence_id, supports=OTHER)

    supported = questions.supporting(cast.asha, SubjectKind.ITEM)
    assert {key: len(proofs) for key, proofs in supported.items()} == {ITEM.key: 1, OTHER.key: 1}


def test_a_proof_no_longer_used_for_one_thing_stays_for_others(cast: Cast) -> None:
    evidence_id = attach(cast.asha)
    evidence.use_for(cast.asha, evidence_id=evidence_id, supports=OTHER)

    evidence.stop_using_for(cast.asha, evidence_id=evidence_id, supports=ITEM)

    assert set(questions.supporting(cast.asha, SubjectKind.ITEM)) == {OTHER.key}


def test_a_withdrawn_proof_supports_nothing_and_can_still_be_read(cast: Cast) -> None:
    evidence_id = attach(cast.asha)

    evidence.withdraw(cast.asha, evidence_id=evidence_id, reason="Replaced")

    assert questions.supporting(cast.asha, SubjectKind.ITEM) == {}
    assert questions.listing(cast.asha) == []
    assert evidence.read_file(cast.asha, evidence_id=evidence_id).content == samples.PDF


def test_a_withdrawal_needs_a_reason_and_happens_once(cast: Cast) -> None:
    evidence_id = attach(cast.asha)

    with pytest.raises(Refused, match="Say why"):
        evidence.withdraw(cast.asha, evidence_id=evidence_id, reason=" ")
    evidence.withdraw(cast.asha, evidence_id=evidence_id, reason="Replaced")
    with pytest.raises(Refused, match="already"):
        evidence.withdraw(cast.asha, evidence_id=evidence_id, reason="Again")
    with pytest.raises(Refused, match="withdrawn"):
        evidence.use_for(cast.asha, evidence_id=evidence_id, supports=OTHER)


def test_reading_a_sensitive_file_is_noted_and_moves_no_facts(cast: Cast) -> None:
    evidence_id = attach(cast.asha, About("Incident report", is_sensitive=True))
    events = AuditEvent.objects.count()

    evidence.read_file(cast.dee, evidence_id=evidence_id)

    read = SensitiveRead.objects.get()
    assert (read.by_name, read.subject_id) == ("Dee Officer", evidence_id)
    assert AuditEvent.objects.count() == events


def test_reading_an_ordinary_file_is_not_noted(cast: Cast) -> None:
    evidence.read_file(cast.dee, evidence_id=attach(cast.asha))

    assert not SensitiveRead.objects.exists()


def test_readers_may_open_and_not_attach(cast: Cast) -> None:
    evidence_id = attach(cast.asha)

    evidence.read_file(cast.rhea, evidence_id=evidence_id)

    with pytest.raises(NotPermitted):
        attach(cast.rhea)
    with pytest.raises(NotPermitted):
        evidence.read_file(cast.ben, evidence_id=evidence_id)


def test_strangers_find_nothing(cast: Cast) -> None:
    evidence_id = attach(cast.asha)

    for stranger in (cast.carol, cast.stranger(cast.asha)):
        with pytest.raises(NotFound):
            evidence.read_file(stranger, evidence_id=evidence_id)
    with pytest.raises(NotFound):
        evidence.withdraw(cast.carol, evidence_id=evidence_id, reason="Mine now")
    with pytest.raises(NotFound):
        attach(cast.stranger(cast.asha))
    assert questions.supporting(cast.carol, SubjectKind.ITEM) == {}


def test_a_proof_without_a_file_has_nothing_to_open(cast: Cast) -> None:
    evidence_id = evidence.attach_place(cast.asha, place="Office", about=POLICY)

    with pytest.raises(NotFound):
        evidence.read_file(cast.asha, evidence_id=evidence_id)
    with pytest.raises(NotFound):
        evidence.read_file(cast.asha, evidence_id=uuid4())


def test_files_that_rows_refer_to_are_wanted(cast: Cast) -> None:
    attach(cast.asha)

    assert questions.wanted_fingerprints() == {questions.listing(cast.asha)[0].fingerprint}

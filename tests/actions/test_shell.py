"""The wrapper every action wears."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from guardbook.actions import accounts
from guardbook.actions.shell import Change, NotAudited, action
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.queries.access import Context
from guardbook.records import ledger, scope
from guardbook.records.models import AuditEvent, ChainHead, EventDetail, Grant, Invitation, Revision, Site
from guardbook.rules.access import AccessRole, Permission
from tests.cast import Cast, user_id


@action(Permission.SETTINGS_MANAGE)
def add_site(change: Change, *, name: str) -> Site:
    site = change.create(Site, name=name)
    change.record("organisations.site.added", subject=site)
    return site


@action(Permission.SETTINGS_MANAGE)
def add_site_silently(change: Change, *, name: str) -> None:
    change.create(Site, name=name)


@action(Permission.SETTINGS_MANAGE)
def rename_site(change: Change, *, site: Site, name: str) -> None:
    site.name = name
    change.save(site)
    change.record("organisations.site.renamed", subject=site)


@action(Permission.SETTINGS_MANAGE)
def add_site_around_the_ledger(change: Change, *, name: str) -> None:
    Site(organisation_id=change.organisation_id, name=name).save()


def test_a_change_leaves_a_row_an_event_and_a_revision(cast: Cast) -> None:
    site = add_site(cast.asha, name="The Annexe")

    event = AuditEvent.objects.get(subject_id=site.pk)
    revision = Revision.objects.get(row_id=site.pk)
    assert (event.event, event.by_user_id) == ("organisations.site.added", cast.asha.by.user_id)
    assert event.detail.body["subject"] == "The Annexe"
    assert revision.data == ledger.whole(site)


def test_an_event_names_what_a_column_held_before_and_after(cast: Cast) -> None:
    site = add_site(cast.asha, name="The Annexe")

    rename_site(cast.asha, site=site, name="The Lodge")

    event = AuditEvent.objects.get(event="organisations.site.renamed")
    assert event.detail.body["changes"] == {"name": ["The Annexe", "The Lodge"]}


def test_an_action_that_records_nothing_is_undone(cast: Cast) -> None:
    with pytest.raises(NotAudited):
        add_site_silently(cast.asha, name="The Annexe")

    assert not Site.objects.exists()


def test_a_write_around_the_ledger_is_refused(cast: Cast) -> None:
    with pytest.raises(scope.UnguardedWrite):
        add_site_around_the_ledger(cast.asha, name="The Annexe")


def test_a_stranger_gets_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        add_site(cast.stranger(cast.asha), name="The Annexe")


def test_a_member_without_permission_gets_not_permitted(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        add_site(cast.rhea, name="The Annexe")


def test_access_that_ended_no_longer_opens_anything(cast: Cast) -> None:
    accounts.change_access(cast.asha, user_id=user_id(cast.mina), role=None)

    with pytest.raises(NotFound):
        add_site(cast.mina, name="The Annexe")


def test_every_action_moves_the_facts_of_its_own_organisation_only(cast: Cast) -> None:
    before = dict(ChainHead.objects.values_list("organisation_id", "facts_seq"))

    add_site(cast.asha, name="The Annexe")

    after = dict(ChainHead.objects.values_list("organisation_id", "facts_seq"))
    assert after[cast.asha.organisation_id] == before[cast.asha.organisation_id] + 1
    assert after[cast.carol.organisation_id] == before[cast.carol.organisation_id]


def test_an_untouched_ledger_has_no_faults(cast: Cast) -> None:
    add_site(cast.asha, name="The Annexe")

    assert list(ledger.faults()) == []


def _tamper(sql: str) -> None:
    """Do what somebody with the database's own password could do: switch the guard off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE records_auditevent DISABLE TRIGGER guardbook_append_only")
            cursor.execute("ALTER TABLE records_eventdetail DISABLE TRIGGER guardbook_append_only")
        else:
            for table in ("records_auditevent", "records_eventdetail"):
                for operation in ("update", "delete"):
                    cursor.execute(f"DROP TRIGGER {table}_no_{operation}")
        with scope.writing("action"):
            cursor.execute(sql)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE records_auditevent SET event = 'accounts.nothing' WHERE sequence = 2", "was edited"),
        ("UPDATE records_eventdetail SET salt = 'x'", "details of event 1"),
        ("UPDATE records_auditevent SET sequence = sequence + 100 WHERE sequence = 2", "is missing"),
        ("UPDATE records_chainhead SET sequence = sequence + 1", "should end at event"),
    ],
    ids=["edited", "details edited", "reordered", "end cut off"],
)
def test_tampering_is_found(cast: Cast, sql: str, found: str) -> None:
    _tamper(sql)

    assert any(found in fault for fault in ledger.faults())


def test_a_deleted_event_is_found(cast: Cast) -> None:
    _tamper("DELETE FROM records_eventdetail WHERE event_id IN (SELECT id FROM records_auditevent WHERE sequence = 2)")

    assert any("details of event 2 are missing" in fault for fault in ledger.faults())


@pytest.mark.parametrize("table", ["records_auditevent", "records_revision"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET organisation_id = organisation_id"])
def test_the_database_itself_refuses_to_change_the_ledger(cast: Cast, table: str, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        scope.writing("action"),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_replaying_the_revisions_gives_the_tables_back(cast: Cast) -> None:
    site = add_site(cast.asha, name="The Annexe")
    rename_site(cast.asha, site=site, name="The Lodge")

    latest = {(item.table, item.row_id): item.data for item in Revision.objects.order_by("id")}

    for model in (Site, Grant, Invitation):
        for row in model.objects.all():
            assert latest[(row._meta.db_table, row.pk)] == ledger.whole(row)


def test_a_reader_cannot_invite(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        accounts.invite(cast.rhea, name="Zed", email="", role=AccessRole.READER, link="")


def test_a_manager_cannot_make_an_owner(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        accounts.invite(cast.mina, name="Zed", email="", role=AccessRole.OWNER, link="")


def test_details_are_salted_apart_from_the_chain(cast: Cast) -> None:
    context: Context = cast.asha

    one, two = (add_site(context, name=name) for name in ("A", "B"))

    salts = EventDetail.objects.filter(event__subject_id__in=[one.pk, two.pk]).values_list("salt", flat=True)
    assert len(set(salts)) == 2

"""Keeps which ordinary posts somebody holds, because they decide which roles that person may take."""

from collections.abc import Collection
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.records.models import Person
from guardbook.rules.access import Permission
from guardbook.rules.roles.vocabulary import Post


@action(Permission.ROLE_APPOINT)
def say_posts(change: Change, *, person_id: UUID, posts: Collection[Post], decides_data_use: bool | None) -> None:
    """Record somebody's posts, and whether they decide why or how data is used (None: not known).

    A new post re-opens every role the person holds (A-13).
    """
    person = fresh(Person, change.organisation_id, person_id)
    keep(change, person, posts, decides_data_use)
    change.record("roles.posts.said", subject=person)


def keep(change: Change, person: Person, posts: Collection[Post], decides_data_use: bool | None) -> None:
    """Part of an action: store the posts on the staff record, where they differ."""
    said = sorted(posts)
    if (person.posts, person.decides_data_use) == (said, decides_data_use):
        return
    person.posts = said
    person.decides_data_use = decides_data_use
    change.save(person)

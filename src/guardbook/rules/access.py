"""Who may do what: permissions, the access roles that hold them, and how grants combine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Permission(StrEnum):
    """One thing a person may do, in the words of the access page."""

    ORGANISATION_VIEW = "see the organisation's pages"
    PROFILE_EDIT = "say what the organisation is"
    SETTINGS_MANAGE = "change settings"
    TEAM_VIEW = "see who has access"
    TEAM_MANAGE = "invite colleagues and change access"
    ROLE_VIEW = "see roles"
    ROLE_APPOINT = "appoint people to roles"
    ROLE_ACCEPT = "accept a role of their own"
    PEOPLE_VIEW = "see staff"
    PEOPLE_EDIT = "change staff and training records"
    PEOPLE_IMPORT = "import spreadsheets"
    REGISTER_VIEW = "see registers"
    REGISTER_EDIT = "change registers"
    REGISTER_CONFIRM = "confirm that a register is whole"
    RISK_ACCEPT = "accept a risk"
    POLICY_READ = "read policies and say so"
    MISTAKE_REPORT = "report a mistake or a worry"
    INCIDENT_VIEW = "see incidents and breaches"
    INCIDENT_EDIT = "work on incidents"
    INCIDENT_DECIDE = "decide who is told about a breach"
    REQUEST_VIEW = "see requests and complaints about data"
    REQUEST_EDIT = "work on requests and complaints"
    REQUEST_DECIDE = "decide what a request is answered"
    DPIA_VIEW = "see impact assessments and privacy notices"
    DPIA_EDIT = "work on impact assessments and privacy notices"
    DPIA_DECIDE = "sign off an impact assessment"
    ADVICE_RECORD = "record a data protection officer's advice"
    ADVICE_ANSWER = "decide whether a data protection officer's advice is followed"
    CALDICOTT_RECORD = "record a Caldicott decision"
    OVERSIGHT_VIEW = "see the working pages of the people who decide"
    OVERSIGHT_EDIT = "keep the logs of the people who decide"
    ITEM_VIEW = "see toolkit answers"
    ITEM_ANSWER = "answer toolkit items"
    ITEM_CONFIRM = "confirm toolkit answers"
    ITEM_COMMENT = "comment on toolkit items"
    ASSESSMENT_PUBLISH = "freeze and publish answers"
    EVIDENCE_VIEW = "open evidence"
    EVIDENCE_EDIT = "add and withdraw evidence"
    TASK_EDIT = "make tasks, and assign or put off what is to be done"
    HISTORY_VIEW = "see the history of a record"
    EXPORT = "download lists and documents"
    ORGANISATION_ERASE = "remove the organisation"


class AccessRole(StrEnum):
    """What a person is to the software. Not the same as the governance roles they hold."""

    OWNER = "owner"
    MANAGER = "manager"
    CONTRIBUTOR = "contributor"
    READER = "reader"
    DPO = "dpo"
    CALDICOTT_GUARDIAN = "caldicott_guardian"
    SIRO = "siro"
    STAFF = "staff"

    @property
    def label(self) -> str:
        """The words people see."""
        return _LABELS[self]


_LABELS: Mapping[AccessRole, str] = {
    AccessRole.OWNER: "Owner",
    AccessRole.MANAGER: "Manager or data security lead",
    AccessRole.CONTRIBUTOR: "Contributor",
    AccessRole.READER: "Reader",
    AccessRole.DPO: "Data Protection Officer (reads and advises, cannot decide)",
    AccessRole.CALDICOTT_GUARDIAN: "Caldicott Guardian",
    AccessRole.SIRO: "Senior Information Risk Owner",
    AccessRole.STAFF: "Staff member",
}

_SEES = frozenset(
    {
        Permission.ORGANISATION_VIEW,
        Permission.ROLE_VIEW,
        Permission.PEOPLE_VIEW,
        Permission.REGISTER_VIEW,
        Permission.POLICY_READ,
        Permission.MISTAKE_REPORT,
        Permission.DPIA_VIEW,
        Permission.ITEM_VIEW,
        Permission.EVIDENCE_VIEW,
        Permission.HISTORY_VIEW,
    }
)
_ADVISES = _SEES | {
    Permission.ITEM_COMMENT,
    Permission.ROLE_ACCEPT,
    Permission.TEAM_VIEW,
    Permission.EXPORT,
    Permission.INCIDENT_VIEW,
    Permission.REQUEST_VIEW,
    Permission.OVERSIGHT_VIEW,
    Permission.OVERSIGHT_EDIT,
}
_CONTRIBUTES = _SEES | {
    Permission.ITEM_COMMENT,
    Permission.ITEM_ANSWER,
    Permission.PEOPLE_EDIT,
    Permission.REGISTER_EDIT,
    Permission.EVIDENCE_EDIT,
    Permission.TASK_EDIT,
    Permission.ROLE_ACCEPT,
    Permission.DPIA_EDIT,
}
_MANAGES = frozenset(Permission) - {Permission.ORGANISATION_ERASE}

GRANTS: Mapping[AccessRole, frozenset[Permission]] = {
    AccessRole.OWNER: frozenset(Permission),
    AccessRole.MANAGER: _MANAGES,
    AccessRole.CONTRIBUTOR: frozenset(_CONTRIBUTES),
    AccessRole.READER: _SEES,
    AccessRole.DPO: frozenset(_ADVISES | {Permission.ADVICE_RECORD}),
    AccessRole.CALDICOTT_GUARDIAN: frozenset(_ADVISES | {Permission.CALDICOTT_RECORD}),
    AccessRole.SIRO: frozenset(_ADVISES | {Permission.RISK_ACCEPT, Permission.INCIDENT_DECIDE}),
    AccessRole.STAFF: frozenset({Permission.ROLE_ACCEPT, Permission.POLICY_READ, Permission.MISTAKE_REPORT}),
}


@dataclass(frozen=True, slots=True)
class Held:
    """One grant a person holds: access role, until when (UTC, None = open), and for which site."""

    role: AccessRole
    until: datetime | None = None
    site_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What a set of grants adds up to at an instant; ``sites`` None means every site."""

    permissions: frozenset[Permission]
    sites: frozenset[UUID] | None
    roles: tuple[AccessRole, ...]

    @property
    def is_member(self) -> bool:
        """False for a stranger, who must get *not found*."""
        return bool(self.roles)


def reach(held: Iterable[Held], now: datetime) -> Reach:
    """Combine the grants that are in force at ``now`` (aware, UTC).

    Permissions add up; one grant without a site opens every site.
    """
    live = [grant for grant in held if grant.until is None or now < grant.until]
    permissions = frozenset().union(*(GRANTS[grant.role] for grant in live))
    everywhere = any(grant.site_id is None for grant in live)
    sites = None if everywhere else frozenset(grant.site_id for grant in live if grant.site_id is not None)
    return Reach(permissions, sites, tuple(sorted({grant.role for grant in live})))


def may_grant(giver: Reach, role: AccessRole) -> bool:
    """True where the giver may hand out this access role: never more than they hold themselves."""
    return Permission.TEAM_MANAGE in giver.permissions and GRANTS[role] <= giver.permissions

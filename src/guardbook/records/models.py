"""Django's list of tables."""

from guardbook.records.access import Grant
from guardbook.records.accounts import Invitation, User
from guardbook.records.agenda import AgendaRound, Assignment, FeedAddress, PutOff, ReminderChoice, ReminderSent
from guardbook.records.assessment import Answer, Assessment, ItemComment, PriorAnswer, Publication, Snapshot
from guardbook.records.audit import AuditEvent, ChainHead, Erasure, EventDetail, Revision, SensitiveRead
from guardbook.records.deciders import KeptReport
from guardbook.records.dpia import ImpactAssessment, ImpactFile, ImpactMeasure, ImpactRisk, ImpactStep
from guardbook.records.duties import DutyDone
from guardbook.records.evidence import Evidence, EvidenceUse
from guardbook.records.imports import ImportRow, ImportRun
from guardbook.records.incidents import (
    Incident,
    IncidentAction,
    IncidentAlarm,
    IncidentNamed,
    IncidentNote,
    IncidentNotice,
    IncidentTrack,
)
from guardbook.records.intake import Report, ReportAddress
from guardbook.records.notices import NoticeCheck, PrivacyNotice
from guardbook.records.organisations import Organisation, Profile, Site
from guardbook.records.people import Person, StaffListCheck
from guardbook.records.registers import TABLES, PolicyAcceptance, RegisterCheck, RegisterLink, RegisterRow
from guardbook.records.rights import RightsCase, RightsStep
from guardbook.records.roles import Appointment, HandoverStep, RoleDecision
from guardbook.records.shell import Draft, JobLease, OutboxMessage, Standing, Tick
from guardbook.records.tasks import Task
from guardbook.records.training import TrainingCompletion, TrainingNeeds

__all__ = [
    "TABLES",
    "AgendaRound",
    "Answer",
    "Appointment",
    "Assessment",
    "Assignment",
    "AuditEvent",
    "ChainHead",
    "Draft",
    "DutyDone",
    "Erasure",
    "EventDetail",
    "Evidence",
    "EvidenceUse",
    "FeedAddress",
    "Grant",
    "HandoverStep",
    "ImpactAssessment",
    "ImpactFile",
    "ImpactMeasure",
    "ImpactRisk",
    "ImpactStep",
    "ImportRow",
    "ImportRun",
    "Incident",
    "IncidentAction",
    "IncidentAlarm",
    "IncidentNamed",
    "IncidentNote",
    "IncidentNotice",
    "IncidentTrack",
    "Invitation",
    "ItemComment",
    "JobLease",
    "KeptReport",
    "NoticeCheck",
    "Organisation",
    "OutboxMessage",
    "Person",
    "PolicyAcceptance",
    "PriorAnswer",
    "PrivacyNotice",
    "Profile",
    "Publication",
    "PutOff",
    "RegisterCheck",
    "RegisterLink",
    "RegisterRow",
    "ReminderChoice",
    "ReminderSent",
    "Report",
    "ReportAddress",
    "Revision",
    "RightsCase",
    "RightsStep",
    "RoleDecision",
    "SensitiveRead",
    "Site",
    "Snapshot",
    "StaffListCheck",
    "Standing",
    "Task",
    "Tick",
    "TrainingCompletion",
    "TrainingNeeds",
    "User",
]

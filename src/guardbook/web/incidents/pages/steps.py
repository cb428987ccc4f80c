"""The way from the log to the closing as a list of steps, each with its state and where it is done."""

from guardbook.queries.access import Context
from guardbook.queries.incidents.reading import Whole
from guardbook.rules.access import Permission
from guardbook.rules.incidents import duty, record
from guardbook.rules.incidents.vocabulary import Class, State, TrackState
from guardbook.web import words
from guardbook.web.components import Tag, Task, Tone
from guardbook.web.incidents.look import Address

DONE, NEXT, WAITS, OPTIONAL = (
    Tag("Done", Tone.DONE),
    Tag("To do", Tone.WARNING),
    Tag("Not yet", Tone.WAITING),
    Tag("If you like", Tone.QUIET),
)


def tasks(context: Context, found: Whole, *, has_officer: bool) -> tuple[Task, ...]:
    """The steps, as far as this incident needs them. Without the permission there is no link."""
    go, may = Address(context.organisation_id, found.id), context.by.permissions
    edits = Permission.INCIDENT_EDIT in may and found.state is not State.CLOSED
    steps = [_sort(go, found)]
    if found.event_class in {None, Class.PERSONAL_DATA_BREACH}:
        steps += [_contain(go, found), _judge(go, found), _advice(go, found, may, has_officer=has_officer)]
        steps += [_second(go, found), _decide(go, found, may), _notice(go, found)]
    steps += [_tell(found), _learn(go, found), _close(go, found, may)]
    own = {
        "Ask the Data Protection Officer",
        "Decide who is told",
        "Close it",
    }  # these look at what they need themselves
    return tuple(step if edits or step.text in own else Task(step.text, step.tag, "", step.hint) for step in steps)


def _sort(go: Address, found: Whole) -> Task:
    hint = "Ten questions say what it is and who must be told."
    may = found.decision is None
    return Task(
        "Answer ten questions",
        DONE if found.triaged_at else NEXT,
        go.to("incident-questions", part=1) if may else "",
        hint,
    )


def _contain(go: Address, found: Whole) -> Task:
    done = any(note.kind == "containment" for note in found.notes)
    hint = "Keep the harm from growing: call back the email, lock the account, wipe the phone."
    return Task("Contain it", DONE if done else NEXT, go.to("incident-note"), hint)


def _judge(go: Address, found: Whole) -> Task:
    ready = found.triaged_at is not None and found.decision is None
    done = found.judged is not None and found.state not in {State.TRIAGED, State.CONTAINING, State.REOPENED}
    tag = DONE if done else NEXT if ready else WAITS
    return Task(
        "Judge the risk to people", tag, go.to("incident-judge") if ready else "", "How bad may it be for them?"
    )


def _advice(go: Address, found: Whole, may: frozenset[Permission], *, has_officer: bool) -> Task:
    given = bool(found.views.advice or found.views.none_because)
    tag = DONE if given else NEXT if has_officer and found.triaged_at else WAITS if has_officer else OPTIONAL
    hint = "The officer advises; you decide." if has_officer else "You have none. The regulator’s helpline can help."
    open_to = Permission.ADVICE_RECORD in may and found.state is not State.CLOSED
    return Task("Ask the Data Protection Officer", tag, go.to("incident-advice") if open_to else "", hint)


def _second(go: Address, found: Whole) -> Task:
    needed = found.judged is not None and duty.duty(found.judged).second_view
    tag = DONE if found.views.second_said else NEXT if needed and not found.decision else OPTIONAL
    hint = (
        "Needed here: one person alone should not decide that harm is unlikely."
        if needed
        else "A colleague, the helpline, or a support organisation."
    )
    return Task("Get a second view", tag, go.to("incident-second"), hint)


def _decide(go: Address, found: Whole, may: frozenset[Permission]) -> Task:
    ready = found.state is State.ASSESSED
    tag = DONE if found.decision else NEXT if ready else WAITS
    open_to = ready and Permission.INCIDENT_DECIDE in may
    hint = "" if not ready or open_to else "The lead, the owner or the risk owner decides this."
    return Task("Decide who is told", tag, go.to("incident-decide") if open_to else "", hint)


def _notice(go: Address, found: Whole) -> Task:
    wanted = found.decision is not None and found.decision.regulator
    done = found.state in {State.NOTIFIED_COMPLETE, State.ACTIONS_OPEN, State.CLOSED} and found.notified_at
    if found.decision is not None and not wanted:
        return Task("Tell the regulator", Tag("Not needed", Tone.QUIET), "", "It was decided not to.")
    more = (
        "Something is still to follow."
        if found.state is State.NOTIFIED_INITIAL
        else "Prepare the words early; send them once it is decided."
    )
    tag = DONE if done else NEXT if wanted else WAITS
    return Task("Tell the regulator", tag, "" if done else go.to("incident-notice"), "" if done else more)


def _tell(found: Whole) -> Task:
    left = [each.track.label for each in found.tracks if each.state is TrackState.NEEDED]
    tag = WAITS if not found.tracks else NEXT if left else DONE
    return Task("Tell everybody else", tag, "", f"{words.count(len(left), 'line')} open. See below." if left else "")


def _learn(go: Address, found: Whole) -> Task:
    hint = "What let it happen, what you change, and who in charge agreed it."
    return Task(
        "Learn from it",
        DONE if found.learnt.lessons else NEXT if found.triaged_at else WAITS,
        go.to("incident-learn"),
        hint,
    )


def _close(go: Address, found: Whole, may: frozenset[Permission]) -> Task:
    if found.state is State.CLOSED:
        return Task("Close it", DONE)
    left = record.closing(found.record).missing
    other = found.event_class not in {None, Class.PERSONAL_DATA_BREACH}
    ready = (other and found.triaged_at) or not left
    open_to = found.triaged_at is not None and Permission.INCIDENT_DECIDE in may
    hint = "" if ready else f"{words.count(len(left), 'thing')} missing."
    return Task("Close it", NEXT if ready else WAITS, go.to("incident-close") if open_to else "", hint)

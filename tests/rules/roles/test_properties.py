"""What must hold for every provider, candidate and title, not only for the examples."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.organisations import (
    Department,
    Funding,
    KindOverride,
    Monitoring,
    Owner,
    Profile,
    ProviderKind,
    RecordVolume,
)
from guardbook.rules.roles import combinations, conflicts, guidance, kind, requirement, titles, words
from guardbook.rules.roles.vocabulary import Finding, Force, Need, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason

AS_OF = date(2026, 11, 22)
ORDER = [Need.NOT_NEEDED, Need.OPTIONAL, Need.LIKELY_REQUIRED, Need.REQUIRED]


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def some(kind_of: type[StrEnum]) -> st.SearchStrategy:
    return st.frozensets(st.sampled_from(list(kind_of)))


profiles = st.builds(
    Profile,
    owned_by=maybe(st.sampled_from(Owner)),
    sites=maybe(st.integers(1, 50)),
    regions=maybe(st.integers(1, 9)),
    dedicated=maybe(some(Department)),
    record_volume=maybe(st.sampled_from(RecordVolume)),
    funding=maybe(some(Funding)),
    monitoring=maybe(some(Monitoring)),
    public_authority=maybe(st.booleans()),
)
known = st.builds(
    Profile,
    owned_by=st.just(Owner.INDEPENDENT),
    sites=st.integers(1, 50),
    regions=st.integers(1, 9),
    dedicated=some(Department),
    record_volume=st.sampled_from(RecordVolume),
    monitoring=some(Monitoring),
)
candidates = st.builds(
    conflicts.Facts,
    posts=some(Post),
    other_roles=some(Role),
    decides_purposes_or_means=maybe(st.booleans()),
    buys_systems=maybe(st.booleans()),
    reports_to=maybe(st.sampled_from(conflicts.ReportsTo)),
    firm=maybe(st.builds(conflicts.Firm)),
    instructions_given=st.booleans(),
)


def dpo_need(profile: Profile) -> int:
    return ORDER.index(requirement.requirement(requirement.Facts(profile, AS_OF)).dpo.need)


@given(known)
def test_growing_never_lowers_the_need_of_an_officer(profile: Profile) -> None:
    grown = replace(profile, sites=60, dedicated=frozenset(Department), record_volume=RecordVolume.LARGE)

    assert dpo_need(grown) >= dpo_need(profile)


@given(known)
def test_watching_people_never_lowers_the_need_of_an_officer(profile: Profile) -> None:
    watched = replace(profile, monitoring=frozenset(Monitoring))

    assert dpo_need(watched) >= dpo_need(profile)


@given(profiles, some(Role))
def test_every_verdict_has_a_reason_a_sentence_and_says_what_is_missing(
    profile: Profile, held: frozenset[Role]
) -> None:
    verdict = requirement.requirement(requirement.Facts(profile, AS_OF, held))

    for role in Role:
        one = verdict.of(role)
        assert one.role is role
        assert one.reasons
        assert one.in_words
        assert one.need is not Need.UNKNOWN or one.missing_facts


@given(profiles)
def test_a_decision_is_asked_only_where_nobody_holds_the_role(profile: Profile) -> None:
    verdict = requirement.requirement(requirement.Facts(profile, AS_OF, frozenset(Role)))

    assert not any(verdict.of(role).record_decision for role in Role)


@given(profiles, st.sampled_from([one for one in ProviderKind if one is not ProviderKind.UNKNOWN]))
def test_a_persons_own_view_wins_and_the_facts_stay_visible(profile: Profile, chosen: ProviderKind) -> None:
    verdict = kind.kind(replace(profile, kind_override=KindOverride(chosen, "we asked the council")))

    assert verdict.kind is chosen
    assert verdict.worked_out is kind.kind(profile).kind
    assert "we asked the council" in verdict.reasons[0].text


@given(candidates, some(Post))
def test_another_post_never_makes_a_candidate_more_independent(
    candidate: conflicts.Facts, more: frozenset[Post]
) -> None:
    before = conflicts.conflicts(candidate).outcome
    after = conflicts.conflicts(replace(candidate, posts=candidate.posts | more)).outcome

    assert after.rank >= before.rank


@given(candidates)
def test_who_decides_why_data_is_used_is_always_blocked(candidate: conflicts.Facts) -> None:
    verdict = conflicts.conflicts(replace(candidate, decides_purposes_or_means=True))

    assert verdict.outcome is Outcome.BLOCK


@given(some(Role), some(Post), st.booleans(), st.booleans(), st.booleans())
def test_papers_never_make_a_block_pass(
    held: frozenset[Role], posts: frozenset[Post], decides: bool, assessed: bool, explained: bool
) -> None:
    bare = combinations.combinations(combinations.Facts(held, posts, decides))
    papered = combinations.combinations(combinations.Facts(held, posts, decides, assessed, explained))

    assert (bare.outcome is Outcome.BLOCK) == (papered.outcome is Outcome.BLOCK)
    assert papered.outcome.rank <= bare.outcome.rank


@given(st.lists(st.sampled_from(Outcome)))
def test_a_block_is_never_outranked(outcomes: list[Outcome]) -> None:
    reason = Reason("Because.", "A-04", Confidence.READ)

    found = worst(Finding("code", outcome, Severity.INFO, reason) for outcome in (*outcomes, Outcome.BLOCK))

    assert found is Outcome.BLOCK


@given(st.text(), st.sampled_from(["DPO", "dpo", "D.P.O.", "data protection officer", "Data-Protection Officer"]))
def test_the_officers_title_is_found_as_a_word_and_never_inside_one(around: str, trap: str) -> None:
    assert titles.names_officer(f"{around} {trap} {around}")
    assert not titles.names_officer(f"x{trap}") or "." in trap


@given(st.sampled_from(ProviderKind), st.sampled_from(Role))
def test_every_kind_stands_in_the_guides_matrix_or_is_unknown(provider: ProviderKind, role: Role) -> None:
    column = guidance.column_of(provider)

    assert (column is None) == (provider is ProviderKind.UNKNOWN)
    assert column is None or guidance.cell(role, column).text


def test_the_issues_words_of_force_are_kept() -> None:
    assert words.force_in_words(Need.REQUIRED, Force.LAW) == "The law requires this"
    assert (
        words.force_in_words(Need.REQUIRED, Force.STATUTORY_GUIDANCE)
        == "You are expected to do this, or to record why not"
    )
    assert words.force_in_words(Need.REQUIRED, Force.TOOLKIT) == "The toolkit needs this; the law does not name it"


def test_the_cells_our_copy_lost_are_marked() -> None:
    rebuilt = [one for one in guidance.MATRIX if one.is_rebuilt]

    assert len(rebuilt) == 6
    assert {one.note for one in rebuilt} == {"reconstructed, check the original"}
    assert len(guidance.DISAGREEMENTS) == 5


def test_every_member_of_a_vocabulary_has_words() -> None:
    for table, vocabulary in (
        (words.ROLE, Role),
        (words.ROLE_MEANING, Role),
        (words.KIND, ProviderKind),
        (words.NEED, Need),
        (words.FORCE, Force),
        (words.OUTCOME, Outcome),
        (words.POST, Post),
    ):
        assert set(table) == set(vocabulary)

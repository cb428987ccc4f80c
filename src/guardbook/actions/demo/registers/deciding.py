"""What the people who decide did at the made-up provider: noticed, proposed, advised, checked, decided and reported."""

from collections.abc import Iterator
from datetime import timedelta

from guardbook.actions.deciders import advising, asking, reports
from guardbook.actions.deciders.advising import Said
from guardbook.actions.deciders.asking import Asked, Whom
from guardbook.actions.deciders.reports import Signed
from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast, Scene
from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.registers import deciding as who
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers.advice import Answer

OFFICER = story.FIRM_PERSON
_NIGHT_PHONES = "Phones that show where night staff are"
_CAMERAS = "Cameras in the corridors"


def observations(cast: Cast) -> Iterator[Scene]:
    """What the Lead noticed, good and not so good."""
    book = Book(cast, "observations", story.MANAGER)
    yield book.add(
        300,
        name="Handover sheets lay on the hall table",
        kind="better",
        seen_on=300,
        topic="paper",
        done="They are kept in the office now, and shredded after the shift.",
        settled_on=290,
    )
    yield book.add(
        200, name="Night staff lock every screen when they walk away", kind="good", seen_on=200, topic="screens",
        settled_on=200,
    )  # fmt: skip
    yield book.add(
        3,
        name="A carer asked a caller for a number to ring back",
        kind="good",
        seen_on=3,
        topic="talk",
        for_seniors=True,
        settled_on=3,
    )
    yield book.add(
        2,
        name="Visitors sign in below a page of other people’s names",
        kind="better",
        seen_on=2,
        topic="doors",
        done="A book that hides earlier names is in use since Monday. To be looked at again.",
        for_seniors=True,
    )


def contributions(cast: Cast) -> Iterator[Scene]:
    """Three proposals: one checked, one declined, one just put in place."""
    book = Book(cast, "contributions", story.MANAGER)
    handover = "Take the handover in the office with the door shut"
    yield book.add(260, name=handover, why="In the hall every visitor can hear it.", proposed_on=260)
    yield book.change(
        255, handover, asked="The deputy manager", asked_on=258, answer="agreed", answered_on=255, by_on=240
    )
    yield book.change(245, handover, in_place_on=245)
    yield book.change(215, handover, checked_on=215, found="Five handovers of five were in the office.")
    yield book.add(
        60,
        name="Keep the front door locked by day",
        why="Strangers have walked in twice.",
        proposed_on=60,
        asked="The director",
        asked_on=58,
        answer="declined",
        answered_on=50,
        because="People who live here go out as they like. The door bell is answered by name instead.",
    )
    yield book.add(
        4,
        name="Use a visitors’ book that hides earlier names",
        why="Who visits whom is nobody else’s business.",
        proposed_on=20,
        asked="The administrator",
        asked_on=18,
        answer="agreed",
        answered_on=15,
        by_on=4,
        in_place_on=4,
    )


def advice(cast: Cast) -> Iterator[Scene]:
    """Advice followed, advice not followed with the reason, an instruction taken back, and a question that waits."""
    book = Book(cast, "advice", OFFICER)
    yield book.add(
        330,
        name=_CAMERAS,
        kind="own",
        asked_on=330,
        advised_on=328,
        advice="Turn the one by the lounge away from the chairs, and put a sign at the door.",
    )
    yield Scene(cast.ago(326), story.OWNER, lambda ctx: _answer(ctx, book, _CAMERAS, Answer.FOLLOWED, ""))
    yield book.add(
        120,
        name=_NIGHT_PHONES,
        kind="asked",
        asked_on=122,
        asked_by="The director",
        asked="May we see on a map where the night staff are?",
        advised_on=120,
        advice="No. It follows people all night, and an alarm button does the same with less.",
        is_against=True,
    )
    because = (
        "Two people were alone on a floor when somebody fell. Only the alarm sends the place now, "
        "and nothing is kept after the shift."
    )
    yield Scene(cast.ago(115), story.OWNER, lambda ctx: _answer(ctx, book, _NIGHT_PHONES, Answer.PARTLY, because))
    told = "Whether a lost diary had to be told to the regulator"
    yield book.add(
        90,
        name=told,
        kind="instruction",
        asked_on=90,
        asked_by="The director",
        asked="Please write that it need not be told.",
    )
    yield book.change(85, told, withdrawn_on=85)
    yield Scene(cast.ago(2), "Beatrix Lowe", lambda ctx: _ask(ctx, Whom.OFFICER, "May a rota app show birthdays?", 12))


def audits(cast: Cast) -> Iterator[Scene]:
    """Two audits done, one to come; what they found, and what became of it."""
    book, found = Book(cast, "audits", OFFICER), Book(cast, "audit-findings", OFFICER)
    leavers, replies = "People who left and what they can still open", "How requests to see records are answered"
    yield book.add(
        210,
        name=leavers,
        method="The last ten people who left, compared with each system.",
        planned_on=210,
        done_on=210,
        result="small",
        summary="Eight of ten log-ins were closed on the last day. Two were open.",
    )
    yield found.add(
        209,
        name="Two log-ins of people who left still worked",
        audit=leavers,
        found_on=210,
        weight="notable",
        advice="Close both today, and add log-ins to the leavers’ checklist.",
    )
    yield found.change(
        205,
        "Two log-ins of people who left still worked",
        answer="agreed",
        answered_by=story.MANAGER,
        actions="Both are closed. The checklist asks for log-ins now.",
        due_on=200,
        done_on=205,
    )
    yield found.change(
        180,
        "Two log-ins of people who left still worked",
        checked_on=180,
        follow_up="Three leavers, all closed in time.",
    )
    yield book.add(
        40,
        name=replies,
        method="The last five letters.",
        planned_on=45,
        done_on=40,
        result="small",
        summary="All five were in time. One did not say where to complain.",
    )
    yield found.add(
        40,
        name="One reply did not say where to complain",
        audit=replies,
        found_on=40,
        weight="small",
        answer="agreed",
        answered_by=story.MANAGER,
        actions="The letter is being changed.",
        due_on=-14,
    )
    yield book.add(30, name="Suppliers and their contracts", planned_on=-20, method="The five who see the most.")


def regulator(cast: Cast) -> Iterator[Scene]:
    """The officer was made known to the regulator, and asked them about a lost diary."""
    book = Book(cast, "regulator-contacts", OFFICER)
    yield book.add(
        340,
        name="Who our officer is",
        kind="details",
        contacted_on=340,
        way="form",
        by=OFFICER,
        notes="Name and contact sent.",
        closed_on=338,
    )
    yield book.add(
        88,
        name="Whether a lost diary must be told",
        kind="advice",
        contacted_on=88,
        way="phone",
        by=OFFICER,
        notes="It was found the same day in the locked office. They said: write it down, nothing more is needed.",
        closed_on=88,
    )


def guardian(cast: Cast) -> Iterator[Scene]:
    """Two decisions of the Guardian, and a question that waits."""
    book = Book(cast, "caldicott", story.NURSE)
    yield book.add(
        249,
        name="May the police see one resident’s file?",
        kind="police",
        asked_on=250,
        asked_by="The deputy manager",
        background="A theft in the village. They asked for the whole file.",
        principles="P1 P3 P6 P8",
        outcome="part",
        decision="The page that says who visited that day, and nothing about health.",
        reason="A crime is being looked into, one page answers it, and the resident was told.",
        decided_on=249,
        decided_by=story.NURSE,
        told_on=249,
    )
    yield book.add(
        35,
        name="May the new surgery have the last year of notes?",
        kind="care",
        asked_on=36,
        asked_by="A senior carer",
        principles="P2 P7 P8",
        outcome="yes",
        decision="Yes, by secure email, after asking the resident.",
        reason="They look after her from now on, and she agreed.",
        decided_on=35,
        decided_by=story.NURSE,
        told_on=35,
    )
    question = "May the day centre have the whole care plan?"
    yield Scene(cast.ago(1), "Cordelia Finch", lambda ctx: _ask(ctx, Whom.GUARDIAN, question, 3))


def kept_reports(cast: Cast) -> Iterator[Scene]:
    """A monthly report, the officer's report, and the director's statement for the year."""
    own = "The toolkit is on time. The visitors’ book is being changed."
    yield Scene(
        cast.ago(80), OFFICER, lambda ctx: reports.keep(ctx, kind=Kind.OFFICER, own_words="I was heard in time.")
    )
    yield Scene(cast.ago(70), story.OWNER, _sign)
    yield Scene(cast.ago(31), story.MANAGER, lambda ctx: reports.keep(ctx, kind=Kind.MONTHLY, own_words=own))


def _answer(ctx: Context, book: Book, name: str, answer: Answer, because: str) -> None:
    key = book.find(ctx, name)
    said = Said(answer, because, story.OWNER)
    advising.answer(ctx, entry_id=key, said=said, seen_version=book.version(ctx, key))


def _ask(ctx: Context, whom: Whom, question: str, days: int) -> None:
    needed_by = clock.uk_today(ctx.now) + timedelta(days=days)
    asking.ask(ctx, whom=whom, asked=Asked(question, needed_by=needed_by))


def _sign(ctx: Context) -> None:
    director = next(each for each in who.deciders(ctx).people if each.name == story.OWNER)
    signed = Signed(director.key, "Signed at the directors’ meeting.")
    reports.keep(ctx, kind=Kind.STATEMENT, own_words="We look at this again in spring.", signed=signed)

"""The fields of registers: amounts, addresses, lists, and names that are picked or typed."""

from uuid import UUID

import pytest
from django.http import QueryDict

from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.questions import Ticked
from guardbook.web import fields
from tests.web.gallery import FEW, GOOD, MANY, EveryField

COOK, BEN = MANY[1], MANY[2]


def sent(**changes: object) -> EveryField:
    data = QueryDict(mutable=True)
    for name, value in (GOOD | changes).items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return EveryField(data)


def given(name: str, **changes: object) -> object:
    form = sent(**changes)
    assert name not in form.errors, form.errors[name]
    return form.cleaned_data[name]


def fault(name: str, **changes: object) -> str:
    return " ".join(str(words) for words in sent(**changes).errors[name])


def test_good_answers_arrive_as_the_values_they_mean() -> None:
    assert given("fee") == 120_000
    assert given("keys") == ("Asha", "Ben")
    assert given("encrypted") is Ticked.NOT_APPLICABLE
    assert given("portal") == "https://oak.example.org/staff"
    assert given("owner") == FEW[1].id
    assert given("lead") == BEN.id
    assert given("uses") == (FEW[0].id,)
    assert given("users") == (BEN.id, COOK.id)


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("fee", None),
        ("keys", ()),
        ("encrypted", None),
        ("portal", ""),
        ("owner", None),
        ("lead", None),
        ("uses", ()),
        ("users", ()),
    ],
)
def test_an_answer_left_out_is_nothing(name: str, nothing: object) -> None:
    assert given(name, **{name: "" if name != "uses" else []}) == nothing


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("fee", "lots", "“lots” is not an amount we can read. Write pounds and pence in figures, like £1,200"),
        ("fee", "1000000000.01", "Enter an amount that is £1,000,000,000 or less"),
        ("fee", "1" * 41, "Shorten this to 40 characters."),
        ("keys", "A\nB\nC\nD", "There are 4 things here. Keep it to 3 or fewer."),
        ("encrypted", "maybe", "Choose one of the answers on this page"),
        ("portal", "our portal", "“our portal” is not a web address. Write one like https://www.example.org."),
        ("owner", str(COOK.id), "is not in the list."),
        ("lead", "Asha Rao", "More than one in your staff list is called “Asha Rao”: Asha Rao (care worker) or"),
        ("lead", "Ben Leigh", "“Ben Leigh” is not in your staff list. Did you mean Ben Lee?"),
        ("lead", "Zebedee", "“Zebedee” is not in your staff list."),
        (
            "users",
            "Ben Lee\nBen Lea\nZebedee",
            "“Ben Lea” is not in your staff list. Did you mean Ben Lee? “Zebedee” is",
        ),
    ],
)
def test_a_wrong_answer_says_how_to_put_it_right(name: str, value: str, words: str) -> None:
    assert words in fault(name, **{name: value})


def test_nearest_names_are_offered_and_what_was_typed_stays() -> None:
    form = sent(lead="Ben Leigh", users="Ben Lea\nZebedee")

    drawn = fields.form_fields(form)

    assert 'value="Ben Leigh"' in drawn
    assert "Ben Lea&#10;Zebedee</textarea>" in drawn
    assert f'name="lead-which" type="radio" value="{BEN.id} Ben Leigh"' in drawn
    assert f'name="users-which" type="checkbox" value="{BEN.id} Ben Lea"' in drawn
    assert "for “Ben Lea”" in drawn
    assert '<datalist id="id_lead-names"><option value="Asha Rao (care worker)">' in drawn


def test_a_choice_among_the_nearest_settles_the_line_it_is_for() -> None:
    cook = f"{COOK.id} Asha Rao"

    assert given("lead", lead="Asha Rao", **{"lead-which": cook}) == COOK.id
    assert given("lead", lead="", **{"lead-which": cook}) == COOK.id
    assert given("users", users="Asha Rao\nBen Lee", **{"users-which": [cook]}) == (COOK.id, BEN.id)
    assert given("users", users="Ben Lee", **{"users-which": [cook]}) == (BEN.id, COOK.id)


def test_a_name_typed_anew_beside_another_choice_is_asked_about() -> None:
    """The choice was for the name typed before; nobody can tell which of the two was the last thought."""
    words = fault("lead", lead="Ben Lee", **{"lead-which": f"{COOK.id} Asha Rao"})

    assert words == "You typed “Ben Lee” and chose Asha Rao (cook). Keep one of them."


def test_a_choice_of_something_that_is_not_there_is_no_choice() -> None:
    assert "is not in your staff list" in fault("lead", lead="Zed", **{"lead-which": f"{UUID(int=9)} Zed"})
    assert given("lead", lead="", **{"lead-which": "nonsense"}) is None


def test_stored_values_fill_the_fields() -> None:
    form = EveryField(
        initial={
            "fee": 120_050,
            "keys": ("Asha", "Ben"),
            "encrypted": Ticked.YES,
            "owner": FEW[0].id,
            "lead": COOK.id,
            "uses": (FEW[1].id,),
            "users": [COOK.id, BEN.id],
        }
    )

    drawn = fields.form_fields(form)

    assert 'value="1200.50"' in drawn
    assert "Asha&#10;Ben</textarea>" in drawn
    assert 'name="encrypted" type="radio" value="yes" checked' in drawn
    assert f'<option value="{FEW[0].id}" selected>Oak House' in drawn
    assert 'value="Asha Rao (cook)"' in drawn
    assert f'type="checkbox" value="{FEW[1].id}" checked' in drawn
    assert "Asha Rao (cook)&#10;Ben Lee</textarea>" in drawn


@pytest.mark.parametrize("known", [FEW, MANY], ids=["few", "many"])
def test_an_answer_that_is_needed_is_asked_for(known: tuple[Known, ...]) -> None:
    class Needed(fields.Form):
        owner = fields.Pick("Owner", known)
        users = fields.Picks("Who may use it?", known)
        fee = fields.Money("Fee")
        keys = fields.Things("Keys")

    form = Needed({})

    assert form.errors["owner"] == ["Choose owner"]
    assert form.errors["users"] == ["Answer the question: Who may use it?"]
    assert form.errors["fee"] == ["Enter fee"]
    assert form.errors["keys"] == ["Enter keys"]


def test_a_name_kept_as_a_draft_comes_back_when_the_list_has_grown() -> None:
    widget = EveryField().fields["lead"].widget

    assert widget.value_omitted_from_data({"name": "Asha"}, {}, "lead")
    assert not EveryField().fields["uses"].widget.value_omitted_from_data({}, {}, "uses")
    assert given("lead", lead=str(COOK.id)) == COOK.id
    assert given("owner", owner="elm house") == FEW[1].id


def test_an_empty_list_says_so() -> None:
    class Nothing(fields.Form):
        uses = fields.Picks("Suppliers", (), where="your suppliers", required=False)

    assert "There is nothing in your suppliers yet." in fields.form_fields(Nothing())

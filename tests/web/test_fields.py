"""The fields: what they give, and what they say when something is wrong."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from guardbook.web import fields
from tests.web.gallery import GOOD, EveryField, draw


def sent(**changes: object) -> EveryField:
    """The form as sent with good answers, some of them changed."""
    data = QueryDict(mutable=True)
    for name, value in (GOOD | changes).items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return EveryField(data, MultiValueDict({"sheet": [SimpleUploadedFile("staff.csv", b"Name\nAsha\n")]}))


def fault(form: fields.Form, name: str) -> str:
    return " ".join(str(words) for words in form.errors[name])


def test_good_answers_arrive_as_the_values_they_mean() -> None:
    form = sent()

    assert form.is_valid(), form.errors
    assert form.cleaned_data["staff"] == 1200
    assert form.cleaned_data["started_on"] == date(2026, 3, 27)
    assert form.cleaned_data["handles"] == ["rotas", "notes"]
    assert form.cleaned_data["website"] is False
    assert form.cleaned_data["funded"] is None
    assert form.cleaned_data["read"] is True


def test_a_new_line_counts_as_one_character() -> None:
    form = sent(happened="a\r\n" * 50)

    assert form.is_valid(), form.errors


@pytest.mark.parametrize(
    ("day", "month", "year", "words", "first_wrong"),
    [
        pytest.param("", "", "", "Enter start date", "day", id="empty"),
        pytest.param("27", "", "2026", "The date needs a month. Enter the date in full", "month", id="no month"),
        pytest.param("", "3", "", "The date needs a day and a year.", "day", id="no day and year"),
        pytest.param("x", "3", "2026", "The day must be a number.", "day", id="letters"),
        pytest.param("27", "3", "26", "The year must have four figures.", "year", id="short year"),
        pytest.param("31", "2", "2026", "31 2 2026 is not a real date.", "day", id="not in the calendar"),
        pytest.param("27", "13", "2026", "27 13 2026 is not a real date.", "day", id="no such month"),
        pytest.param("²", "3", "2026", "The day must be a number.", "day", id="a figure that is no digit"),
    ],
)
def test_a_wrong_date_says_which_part(day: str, month: str, year: str, words: str, first_wrong: str) -> None:
    form = sent(**{"started_on-day": day, "started_on-month": month, "started_on-year": year})

    assert words in fault(form, "started_on")
    assert f'href="#id_started_on-{first_wrong}"' in fields.error_summary(form)


@pytest.mark.parametrize("month", ["3", "03", "mar", "March"])
def test_a_month_may_be_a_number_or_a_word(month: str) -> None:
    form = sent(**{"started_on-month": month})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["started_on"] == date(2026, 3, 27)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("name", "", "Enter full name"),
        ("name", "x" * 201, "Shorten this to 200 characters. It has 201 now."),
        ("email", "asha", "Enter an email address in full, like name@example.org"),
        ("password", "", "Enter your password"),
        ("staff", "many", "Enter a whole number in figures, such as 12"),
        ("staff", "5001", "Enter a number that is 5000 or less"),
        ("staff", "-1", "Enter a number that is 0 or more"),
        ("happened", "x" * 101, "Shorten this to 100 characters. It has 101 now."),
        ("kind", "director", "Choose one of the answers on this page"),
        ("handles", ["keys"], "Choose from the answers on this page"),
        ("site", "", "Choose site"),
        ("website", "", "Answer the question: Do you have a website?"),
        ("read", "", "Tick the box: I have read this"),
    ],
)
def test_a_wrong_answer_says_how_to_put_it_right(name: str, value: object, words: str) -> None:
    form = sent(**{name: value})

    assert fault(form, name) == words


def test_an_empty_submission_is_a_submission() -> None:
    form = EveryField({})

    assert set(form.errors) == {name for name, field in form.fields.items() if field.required}


def test_what_was_typed_comes_back_when_it_is_wrong() -> None:
    form = sent(**{"staff": "many", "started_on-day": "31", "started_on-month": "2", "name": 'A "B" <c>'})

    drawn = fields.form_fields(form)

    assert 'value="many"' in drawn
    assert 'id="id_started_on-day" name="started_on-day" type="text" value="31"' in drawn
    assert 'value="A &#34;B&#34; &lt;c&gt;"' in drawn
    assert "First line&#10;&#10;&lt;b&gt;third&lt;/b&gt;</textarea>" in drawn
    assert "three quiet herons" not in drawn


def test_stored_values_fill_the_fields() -> None:
    form = EveryField(initial={"started_on": date(2026, 3, 7), "website": True, "kind": "agency", "handles": ["notes"]})

    drawn = fields.form_fields(form)

    assert 'name="started_on-month" type="text" value="3"' in drawn
    assert 'name="website" type="radio" value="yes" checked' in drawn
    assert 'type="radio" value="agency" checked' in drawn
    assert 'type="checkbox" value="notes" checked' in drawn


def test_a_revealed_field_is_drawn_once_inside_its_answer() -> None:
    drawn = fields.form_fields(EveryField())

    assert drawn.count('name="agency"') == 1
    assert drawn.index('value="agency"') < drawn.index('name="agency"') < drawn.index('value="volunteer"')


def test_a_refusal_of_an_action_is_shown_above_the_form() -> None:
    form = sent()
    form.refuse("Asha decides how data is used, so she cannot be the officer.")

    assert "Asha decides how data is used" in fields.error_summary(form)


def test_a_question_is_the_heading_of_its_page() -> None:
    class Question(fields.QuestionForm):
        funded = fields.YesNoUnsure("Does the council pay for any of the care you give?")

    drawn = draw("{{ question(form) }}", form=Question())

    assert "<h1" in drawn
    assert drawn.count("Does the council pay") == 1


def test_a_form_without_faults_has_no_summary() -> None:
    assert fields.error_summary(sent()) == ""


def test_a_form_in_which_nothing_is_needed_does_not_say_so_at_every_field() -> None:
    class Filter(fields.Form):
        marks_optional = False
        name = fields.Text("Name", required=False)

    assert "(optional)" not in fields.form_fields(Filter())
    assert "Email address (optional)" in fields.form_fields(EveryField())


def test_an_answer_asks_for_what_it_needs_beside_it_and_links_to_it() -> None:
    form = sent(agency="  ")

    assert fault(form, "agency") == "Say which agency."
    assert 'href="#id_agency"' in fields.error_summary(form)


def test_another_answer_needs_nothing_beside_it() -> None:
    assert sent(kind="volunteer", agency="").is_valid()
    assert "Which agency? (optional)" not in fields.form_fields(EveryField())


def test_a_date_knows_whether_it_was_on_the_page() -> None:
    widget = EveryField().fields["started_on"].widget

    assert widget.value_omitted_from_data({"name": "Asha"}, MultiValueDict(), "started_on")
    assert not widget.value_omitted_from_data({"started_on-day": ""}, MultiValueDict(), "started_on")

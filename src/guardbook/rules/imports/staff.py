"""The columns of a staff list, and what a row of one must have."""

from collections.abc import Mapping
from datetime import date

from guardbook.rules.imports.cells import Sort, Value
from guardbook.rules.imports.layouts import Column, Layout, Need
from guardbook.rules.imports.rows import Problem, Row

LONGEST_NAME = 120
WHO = (
    Column(
        "works_number",
        "Staff number",
        synonyms=(
            "works number",
            "employee number",
            "employee no",
            "employee id",
            "staff no",
            "staff id",
            "payroll number",
            "payroll no",
            "payroll id",
            "pay number",
            "worker id",
            "unique worker id",
            "personnel number",
            "emp no",
            "id",
            "ref",
        ),
        hint="The number your payroll or rota uses. It helps us know the same person next time.",
        longest=110,
    ),
    Column(
        "name",
        "Full name",
        synonyms=("name", "employee name", "staff name", "staff member", "employee", "worker", "worker name", "person"),
        longest=120,
    ),
    Column("first_name", "First name", synonyms=("forename", "forenames", "first names", "given name", "known as")),
    Column("last_name", "Last name", synonyms=("surname", "family name", "second name")),
    Column("email", "Email", Sort.EMAIL, synonyms=("email address", "e mail", "work email", "email work"), longest=254),
)
HAS_A_NAME = Need(
    (frozenset({"name"}), frozenset({"first_name", "last_name"})),
    "Choose which column has the name: one for the full name, or one each for first and last name.",
)
STAFF = Layout(
    name="staff",
    columns=(
        *WHO,
        Column(
            "job_title",
            "Job title",
            synonyms=("job", "job role", "role", "position", "post", "post title", "designation", "main job role"),
            longest=120,
        ),
        Column(
            "kind",
            "Kind of staff",
            Sort.KIND,
            synonyms=(
                "type",
                "staff type",
                "employment type",
                "contract type",
                "employment status",
                "employment basis",
                "basis",
                "kind",
            ),
            hint="Employee, bank, agency, director, trustee, volunteer or student. Empty means employee.",
        ),
        Column(
            "started_on",
            "Start date",
            Sort.DATE,
            synonyms=(
                "started",
                "start",
                "date started",
                "date of start",
                "date joined",
                "joined",
                "joining date",
                "hire date",
                "employment start date",
                "commencement date",
                "from",
            ),
        ),
        Column(
            "left_on",
            "Leaving date",
            Sort.DATE,
            synonyms=(
                "left",
                "date left",
                "leave date",
                "leaver date",
                "end date",
                "date of leaving",
                "termination date",
                "last day",
                "employment end date",
            ),
            hint="The last day worked.",
        ),
        Column(
            "clause_signed_on",
            "Contract clause signed",
            Sort.DATE,
            synonyms=(
                "contract signed",
                "contract date",
                "contract signed date",
                "confidentiality signed",
                "confidentiality agreement",
                "agreement signed",
                "data security clause",
            ),
            hint="The day they signed a contract or agreement with a data security clause.",
        ),
        Column(
            "induction_on",
            "Induction done",
            Sort.DATE,
            synonyms=("induction", "induction date", "induction completed", "date of induction", "inducted"),
        ),
    ),
    needs=(
        HAS_A_NAME,
        Need((frozenset({"started_on"}),), "Choose which column has the start date."),
    ),
)


def complete(row: Row) -> Row:
    """Return the row with its name joined up, and the problems of its dates added."""
    values = joined(row.values)
    problems = list(row.problems)
    wrong = {problem.column for problem in problems}
    if "name" not in values:
        problems.append(Problem(row.number, "Full name", "There is no name."))
    elif len(str(values["name"])) > LONGEST_NAME:
        problems.append(Problem(row.number, "Full name", f"Shorten it to {LONGEST_NAME} characters or fewer."))
    starts, leaves = values.get("started_on"), values.get("left_on")
    if isinstance(starts, date) and isinstance(leaves, date) and leaves < starts and "Leaving date" not in wrong:
        problems.append(Problem(row.number, "Leaving date", "This is before the start date. Check both."))
    return Row(row.number, values, tuple(problems))


def joined(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values with first and last name put together as the name."""
    rest = {key: value for key, value in values.items() if key not in {"first_name", "last_name"}}
    parts = [str(values[key]) for key in ("first_name", "last_name") if key in values]
    if parts and "name" not in rest:
        rest["name"] = " ".join(parts)
    return rest

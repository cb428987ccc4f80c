"""Who works at the made-up provider, and what happened there in a year. Nobody and nothing here is real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.rules.people import Kind

NAME = "Foxglove House (made-up example)"
MANAGER, NURSE, OWNER = "Priscilla Thornbury", "Leila Haddad", "Edmund Vale"
PAST_LEAD = "Winifred Ashe"
FIRM, FIRM_PERSON = "Hartwell Data Care Ltd (made up)", "Tobias Renn"
ON_LONG_LEAVE = "Morwenna Sparrow"
NEWEST = "Ifan Prosser"
TRAINED_LAST = "Delphine Osei"  # brings the yearly figure from 94% to 96%

# Name, job, kind; months since they started. In the order of the rota, managers first.
_STAFF = f"""
{OWNER} | Director | director | 96
{MANAGER} | Registered manager | employee | 14
{NURSE} | Clinical lead nurse | employee | 60
Horatio Quill | Deputy manager | employee | 40
Beatrix Lowe | Administrator | employee | 31
Anselm Okoro | Senior carer | employee | 55
Cordelia Finch | Senior carer | employee | 48
Rufus Adeyinka | Senior carer | employee | 27
Marguerite Shaw | Senior carer | employee | 19
Odette Marlow | Nurse | employee | 33
Cyril Banerjee | Nurse | employee | 22
Philippa Stroud | Nurse | bank | 17
Ambrose Keane | Care assistant | employee | 66
Sabine Whitlock | Care assistant | employee | 52
Gideon Mensah | Care assistant | employee | 47
Rosalind Tate | Care assistant | employee | 44
Fergus Pike | Care assistant | employee | 41
Yasmin Corrie | Care assistant | employee | 38
Lionel Abara | Care assistant | employee | 36
Hesper Dunne | Care assistant | employee | 34
Tamsin Rook | Care assistant | employee | 30
Barnaby Singh | Care assistant | employee | 28
Ottilie Grant | Care assistant | employee | 26
Jasper Nwosu | Care assistant | employee | 25
Verity Holm | Care assistant | employee | 23
Magnus Patel | Care assistant | employee | 21
Clementine Fry | Care assistant | employee | 20
Silas Bright | Care assistant | employee | 18
Juno Carver | Care assistant | employee | 16
Eleanora Diaz | Care assistant | employee | 15
Percy Ogden | Care assistant | employee | 13
Winnie Achebe | Care assistant | employee | 11
{TRAINED_LAST} | Care assistant | employee | 9
Rowan Leigh | Care assistant | employee | 8
{ON_LONG_LEAVE} | Care assistant | employee | 45
Iris Kowalski | Care assistant | bank | 29
Noel Farrow | Care assistant | bank | 24
Lavinia Moss | Care assistant | bank | 12
Theodora Kent | Care assistant | bank | 10
Augustin Bell | Night carer | employee | 37
Mabel Sutter | Night carer | employee | 32
Quentin Amadi | Night carer | employee | 14
Dorothea Ling | Night carer | agency | 6
Hugo Trevelyan | Cook | employee | 58
Nerys Vaughan | Housekeeper | employee | 42
Basil Romero | Maintenance | employee | 35
Florence Ayers | Activities volunteer | volunteer | 12
{NEWEST} | Care assistant | employee | 1
"""

# Name, job, kind, months since they started, days since they left.
_LEAVERS = f"""
{PAST_LEAD} | Deputy manager | employee | 50 | 170
Leopold Gage | Care assistant | employee | 26 | 120
Susannah Pell | Care assistant | bank | 18 | 60
Crispin Dale | Care assistant | employee | 15 | 12
"""
HAS_NOT_GIVEN_BACK = "Crispin Dale"  # left, and nobody took the access away


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the story. ``left_on`` is None for those who still work there."""

    name: str
    job: str
    kind: Kind
    started_on: date
    left_on: date | None = None

    def trained_on(self, today: date, place: int) -> date | None:
        """The day of this year's training; None for the two who have not done it."""
        if self.name in {ON_LONG_LEAVE, NEWEST}:
            return None
        if self.name == TRAINED_LAST:
            return today - timedelta(days=9)
        wanted = today - timedelta(days=60 + place * 5)
        return max(wanted, self.started_on + timedelta(days=7))


def staff(today: date) -> Iterator[Member]:
    """Everybody on the staff list on this day, leavers last."""
    for line in _STAFF.strip().splitlines():
        name, job, kind, months = (part.strip() for part in line.split("|"))
        yield Member(name, job, Kind(kind), _ago(today, months=int(months)))
    for line in _LEAVERS.strip().splitlines():
        name, job, kind, months, days = (part.strip() for part in line.split("|"))
        yield Member(name, job, Kind(kind), _ago(today, months=int(months)), today - timedelta(days=int(days)))


def _ago(today: date, *, months: int) -> date:
    return today - timedelta(days=10 + round(months * 30.4))

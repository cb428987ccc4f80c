"""Names of files: ordinary ones stay, tricks go."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.outside.uploads import kinds, names
from guardbook.outside.uploads.kinds import Kind

SHARED = Path(__file__).parents[3] / "shared" / "data" / "security" / "filenames.json"
ORDINARY = [
    "Data Protection Policy v2 (final).pdf",
    "Policy v2.1.pdf",
    "Polisi Diogelu Data \N{EN DASH} Cymraeg.pdf",
    "Größe.pdf",
    "政策.pdf",
    "a'b.pdf",
    "100% staff trained.pdf",
    "naïve & co.pdf",
]


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert names.safe(name, Kind.PDF) == name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\win.pdf", "win.pdf"),
        ("C:\\x.pdf", "x.pdf"),
        ("evil.php.pdf", "evil-php.pdf"),
        ("CON", "file-CON.pdf"),
        ("nul.pdf", "file-nul.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        ("policy.pdf.", "policy.pdf"),
        ("policy.pdf ", "policy.pdf"),
        ("policy\u202efdp.pdf", "policyfdp.pdf"),
        ("name\r\nX-Header: 1.pdf", "nameX-Header- 1.pdf"),
        ("=cmd|'x'!A0.pdf", "cmd-'x'!A0.pdf"),
        ("photo.JPEG", "photo.pdf"),
    ],
)
def test_a_tricky_name_is_made_safe(name: str, safe: str) -> None:
    assert names.safe(name, Kind.PDF) == safe


def test_a_long_name_is_shortened_within_what_file_systems_hold() -> None:
    assert len(names.safe("é" * 500 + ".pdf", Kind.PDF).encode()) <= names.MAX_BYTES + 4


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_every_name_is_safe_to_save_and_stays_safe(name: str, kind: Kind) -> None:
    safe = names.safe(name, kind)

    assert not set(safe) & set('/\\<>:"|?*')
    assert all(unicodedata.category(char) not in {"Cc", "Cf"} for char in safe)
    assert kinds.ENDINGS[safe.rpartition(".")[2].lower()] is kind
    assert not safe.startswith(".")
    assert names.safe(safe, kind) == safe


@pytest.mark.skipif(not SHARED.exists(), reason="the shared list of file names is not beside this checkout")
def test_the_shared_list_of_file_names_is_met() -> None:
    listed = json.loads(SHARED.read_text("utf-8"))

    for name in listed["must_accept"]:
        assert names.safe(name, kinds.ENDINGS[names.extension(name)]) == name
    for name in listed["reject_or_rename"]:
        kind = kinds.ENDINGS.get(names.extension(name))
        assert kind is None or names.safe(name, kind) != name

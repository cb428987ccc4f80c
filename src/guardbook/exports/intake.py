"""The poster with its square code, and the paper form that hangs beside it, as PDF; the code alone as a drawing."""

import base64
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
import segno

from guardbook.exports.documents import pdf

_HERE = Path(__file__).parent / "documents"


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on the poster: whose it is, where it hangs, where it leads, and whom to ring in danger."""

    organisation: str
    site: str
    address: str
    emergency: str
    council: tuple[tuple[str, str], ...]
    is_public: bool = False

    @property
    def code(self) -> str:
        """The square code that a phone's camera reads, as an image address."""
        return square_code(self.address)


@dataclass(frozen=True, slots=True)
class Paper:
    """What the paper form says: whose it is, whom to give it to, and whom to ring in danger."""

    organisation: str
    emergency: str
    council: tuple[tuple[str, str], ...]


def square_code(address: str) -> str:
    """A QR code for an address, drawn as SVG, to be put into a page as an image. A quarter of it may be dirty."""
    out = io.BytesIO()
    segno.make(address, error="q", micro=False).save(out, kind="svg", scale=8, border=4, xmldecl=False)
    return f"data:image/svg+xml;base64,{base64.b64encode(out.getvalue()).decode()}"


def poster(of: Poster) -> bytes:
    """The poster as a PDF of one page."""
    return pdf.written(_page("poster.html.jinja", of))


def paper(of: Paper) -> bytes:
    """The paper form as a PDF of one page."""
    return pdf.written(_page("paper.html.jinja", of))


def _page(name: str, of: Poster | Paper) -> str:
    return _environment().get_template(name).render(of=of)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

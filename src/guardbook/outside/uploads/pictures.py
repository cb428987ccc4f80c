"""Redraws pictures, so that nothing but the picture comes in: no place, no camera details, no hidden programs."""

import io

from PIL import Image, ImageFile, ImageOps

from guardbook.kernel.errors import Refused
from guardbook.outside.uploads.kinds import Kind

MAX_PIXELS = 50_000_000  # today's phones take 48 million
_FORMATS: dict[Kind, str] = {Kind.PNG: "PNG", Kind.JPEG: "JPEG", Kind.WEBP: "WEBP"}
_NOTE = "Hidden details in the picture, such as where it was taken, were removed."


def clean(content: bytes, kind: Kind) -> tuple[bytes, tuple[str, ...]]:
    """Return the picture drawn again, the right way up, and what to tell the person.

    Raises:
        Refused: too many dots, or damaged.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, lets half a picture pass everywhere
    try:
        with Image.open(io.BytesIO(content), formats=[_FORMATS[kind]]) as picture:
            _check_size(picture.size)
            picture.load()
            return _redrawn(picture, kind), (_NOTE,)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise Refused("This picture is damaged. Take or save it again and send that.") from error


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise _too_large()


def _too_large() -> Refused:
    return Refused(
        f"This picture has more than {MAX_PIXELS // 1_000_000} million dots. Save a smaller copy and send that."
    )


def _redrawn(picture: Image.Image, kind: Kind) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    has_clear_parts = upright.has_transparency_data and kind is not Kind.JPEG
    drawn = Image.new("RGBA" if has_clear_parts else "RGB", upright.size)
    drawn.paste(upright.convert(drawn.mode))
    out = io.BytesIO()
    drawn.save(out, format=_FORMATS[kind], quality=90)
    return out.getvalue()

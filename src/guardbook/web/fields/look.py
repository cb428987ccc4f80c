"""What every field of ours knows about the component that draws it."""

from typing import Any, Protocol

from django.forms import BoundField


class Look(Protocol):
    """A Django form field that names its NHS component and gives that component's options."""

    @property
    def component(self) -> str:
        """The component's name; a picker's depends on how many there are to pick from."""
        ...

    @property
    def grouped(self) -> bool:
        """True where several inputs share one question, which then is a legend."""
        ...

    def options(self, bound: BoundField) -> dict[str, Any]:
        """Give the component's options beyond name, label, hint and error.

        ``below`` is drawn after the component: what its own markup has no place for.
        """
        ...


def ask(verb: str, label: str) -> str:
    """Word the error of an empty field from its label: "Enter full name"."""
    if label.endswith("?"):
        return f"Answer the question: {label}"
    acronym = label[1:2].isupper()
    return f"{verb} {label if acronym else label[:1].lower() + label[1:]}"

"""Write docs/reference from the code: `./guardbook docs`. With --check, say what is out of step and change nothing."""

import argparse
import ast
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "guardbook"
REFERENCE = ROOT / "docs" / "reference"
WRITTEN_BY = "This page is written by `./guardbook docs` from {origin}. Do not edit it.\n"


def main() -> int:
    """Write every page, or with --check compare; return 1 where one is out of step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a page is out of step")
    check = parser.parse_args().check
    set_scene()
    stale = [name for name, text in pages() if not in_step(REFERENCE / name, text, check=check)]
    for name in stale:
        print(f"docs/reference/{name} is out of step with the code. Run: ./guardbook docs")
    return 1 if stale else 0


def set_scene() -> None:
    """Load the product with a throw-away data folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guardbook.config.settings")
    os.environ.setdefault("GUARDBOOK_DATA", tempfile.mkdtemp(prefix="guardbook-docs-"))
    import django

    django.setup()


def pages() -> Iterator[tuple[str, str]]:
    """Give each page's file name and text."""
    writers: dict[str, Callable[[], str]] = {
        "access.md": access,
        "answer-states.md": answer_states,
        "request-states.md": request_states,
        "dpia-states.md": dpia_states,
        "commands.md": commands,
        "events.md": events,
        "incident-states.md": incident_states,
        "rules.md": rules,
        "settings.md": settings,
    }
    from guardbook.content import schemas

    yield from ((name, write()) for name, write in writers.items())
    yield from ((f"schemas/{name}", text) for name, text in schemas.texts().items())


def in_step(file: Path, text: str, *, check: bool) -> bool:
    """Say whether a page already reads like this; write it unless only checking."""
    same = file.exists() and file.read_text("utf-8") == text
    if not same and not check:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return same or not check


def page(title: str, origin: str, *parts: str) -> str:
    """Put a page together."""
    return "\n".join([f"# {title}\n", WRITTEN_BY.format(origin=origin), *parts]).rstrip() + "\n"


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Draw a Markdown table; a bar inside a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def access() -> str:
    """Who may do what, and which address asks for which permission."""
    from guardbook.rules.access import GRANTS, AccessRole, Permission

    grants = [
        [str(permission), *("yes" if permission in GRANTS[role] else "" for role in AccessRole)]
        for permission in Permission
    ]
    doors = [
        [f"`/{path}`", str(name), ", ".join(getattr(view, "methods", ())), str(getattr(view, "permission", "none"))]
        for path, name, view in sorted(addresses(), key=lambda found: found[0])
    ]
    return page(
        "Who may do what",
        "`rules/access.py` and the doors of `web/`",
        "## Permissions\n",
        table(["May", *(role.label for role in AccessRole)], grants),
        "## Addresses\n",
        "A stranger to the organisation gets *not found* at every one of its addresses.\n",
        table(["Address", "Name", "Methods", "Asks for"], doors),
    )


def addresses() -> Iterator[tuple[str, str | None, object]]:
    """Go through every address: whole path, name, view."""
    from django.urls import URLPattern, URLResolver, get_resolver

    def walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, str | None, object]]:
        for entry in resolver.url_patterns:
            path = before + str(entry.pattern)
            if isinstance(entry, URLPattern):
                yield path, entry.name, entry.callback
            else:
                yield from walk(entry, path)

    return walk(get_resolver(), "")


def answer_states() -> str:
    """Return the state machine of an answer, drawn."""
    from guardbook.rules.assessment import drawing

    return drawing.markdown()


def request_states() -> str:
    """Return the state machines of requests, complaints and disclosures, drawn."""
    from guardbook.rules.rights import drawing

    return drawing.markdown()


def dpia_states() -> str:
    """Return the state machine of an impact assessment, drawn."""
    from guardbook.rules.dpia import drawing

    return drawing.markdown()


def incident_states() -> str:
    """Return the state machine of an incident, drawn."""
    from guardbook.rules.incidents import drawing

    return drawing.markdown()


def commands() -> str:
    """Every command with its arguments."""
    from guardbook.cli import commands as registry
    from guardbook.cli.main import sentence

    parts = []
    for group in registry.GROUPS:
        parts.append(f"## {group.title}\n")
        for command in group.commands:
            parser = argparse.ArgumentParser(prog=f"guardbook {command.name}", add_help=False)
            command.load().add_arguments(parser)
            parts += [f"### guardbook {command.name}\n", sentence(command.summary) + "\n", *arguments(parser)]
    return page("Commands", "`cli/`", *parts)


def arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Draw a command's arguments."""
    described = [
        [f"`{' '.join(action.option_strings) or action.metavar or action.dest}`", action.help or ""]
        for action in parser._actions  # noqa: SLF001 - argparse offers no public list
    ]
    if described:
        yield table(["Argument", "Meaning"], described)


def events() -> str:
    """Every audit event, with the action that records it."""
    found = sorted({(event, where) for event, where in recorded()})
    return page("Audit events", "`actions/`", table(["Event", "Recorded by"], [[f"`{e}`", f"`{w}`"] for e, w in found]))


def recorded() -> Iterator[tuple[str, str]]:
    """Find each ``change.record("area.thing.past", ...)``; a part known only at run time shows as …."""
    for file in sorted((PACKAGE / "actions").rglob("*.py")):
        module = ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".record") and node.args:
                        for event in spelt(node.args[0]):
                            yield event, f"{module}.{function.name}"


def spelt(argument: ast.expr) -> Iterator[str]:
    """Read the names an event can have out of the source."""
    match argument:
        case ast.Constant(value=str() as name):
            yield name
        case ast.IfExp(body=one, orelse=other):
            yield from spelt(one)
            yield from spelt(other)
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
        case _:
            yield "…"


def rules() -> str:
    """Every rule people may ask, and every rule there is, with what its docstring cites."""
    from guardbook.content import ask

    public = [[f"`{rule.name}`", rule.answers, ", ".join(rule.rules)] for rule in ask.listed()]
    parts = [
        "## Rules anybody can ask\n",
        "`guardbook ask NAME --json FILE` answers; `--schema` describes the facts it takes.\n",
        table(["Name", "Answers", "Rule book"], public),
        "## All rules by module\n",
    ]
    for file in sorted((PACKAGE / "rules").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        about = [[f"`{rule.name}`", first_words(rule)] for rule in public_functions(tree)]
        if about:
            name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
            parts += [f"### {name}\n", (ast.get_docstring(tree) or "") + "\n", table(["Rule", "Says"], about)]
    return page("Rules and their sources", "the docstrings in `rules/`", *parts)


def public_functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Go through a module's public functions."""
    return (node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"))


def first_words(function: ast.FunctionDef) -> str:
    """Return a docstring's first paragraph on one line."""
    return " ".join((ast.get_docstring(function) or "").split("\n\n")[0].split())


# What each setting is for. A setting without its sentence here fails the check, and so does one that is gone.
MEANINGS = {
    "DATA": "The folder that holds everything: database, files, key, backups.",
    "BASE_URL": "The address people open, for links in letters and mail. With https, cookies travel on TLS only.",
    "SECRET_KEY": "Signs sessions. Made and kept in the data folder when not given.",
    "HOSTS": "Names this installation answers to, with commas between.",
    "TRUST_PROXY": "Whether a proxy in front says, truly, that a request came by TLS.",
    "DATABASE_URL": "A PostgreSQL database, like postgresql://user:password@host:5432/name. Without it, SQLite.",
    "LOG_LEVEL": "How much is written to the log: DEBUG, INFO, WARNING or ERROR.",
    "MAIL_HOST": "The mail server. Without it links are shown on screen only.",
    "MAIL_PORT": "The mail server's port.",
    "MAIL_USER": "The account at the mail server.",
    "MAIL_PASSWORD": "Its password.",
    "MAIL_SECURITY": "How the connection is protected: starttls, tls or none.",
    "MAIL_FROM": "Who mail comes from.",
    "SETTINGS": "A file with any of these, one NAME=value per line.",
}


def settings() -> str:
    """Every setting, with its default and what it is for."""
    text = (PACKAGE / "config" / "readers.py").read_text("utf-8")
    found = {"SETTINGS": '""'} | dict(re.findall(r'env\.\w+\(\s*"([A-Z_]+)",\s*([^,)]+(?:\([^)]*\))?)', text))
    if unexplained := set(found) ^ set(MEANINGS):
        raise SystemExit(f"scripts/reference.py must explain these settings, or no longer: {sorted(unexplained)}")
    rows = [[f"`GUARDBOOK_{name}`", default_words(found[name]), MEANINGS[name]] for name in MEANINGS]
    return page("Settings", "`config/readers.py`", table(["Setting", "If not given", "What it is for"], rows))


def default_words(code: str) -> str:
    """Return a default as a person reads it."""
    return "" if code in {'""', "[named"} else f"`{code.strip(chr(34))}`"


if __name__ == "__main__":
    sys.exit(main())

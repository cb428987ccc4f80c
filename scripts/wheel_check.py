"""Build the wheel and see that it holds everything the product shows: templates, styles, packs, migrations."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "guardbook"
NOT_SHIPPED = {"__pycache__"}


def main() -> int:
    """Return 0 when every file of the package is in the wheel and the console command is declared."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, str(ROOT)]
        subprocess.run(build, check=True)
        with zipfile.ZipFile(next(Path(folder).glob("guardbook-*.whl"))) as wheel:
            shipped = set(wheel.namelist())
    wanted = {
        f"guardbook/{file.relative_to(PACKAGE).as_posix()}"
        for file in PACKAGE.rglob("*")
        if file.is_file() and not NOT_SHIPPED & set(file.parts)
    }
    for name in sorted(wanted - shipped):
        print(f"The wheel lacks {name}")
    console = any(name.endswith("entry_points.txt") for name in shipped)
    if not console:
        print("The wheel declares no guardbook command")
    print(f"{len(shipped)} files in the wheel")
    return 0 if console and wanted <= shipped else 1


if __name__ == "__main__":
    sys.exit(main())

"""From the files of a pack to a frozen value: shapes, reading, wording of faults, building."""

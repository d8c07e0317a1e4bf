"""What is nearest to a wrong word is told, and always the same of several that are as near."""

from pathlib import Path

import pytest

from tests.commands.running import BUILD, run
from tests.examples import copy_example, write_event, write_names

LETTERS = "ABCDEFGHIJ"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_of_words_as_near_the_same_is_told(seed: str, tmp_path: Path) -> None:
    """Ten times two that differ in letter case only, ten times two with another last letter."""
    root = copy_example(tmp_path / "root")
    about = 'about = "Somebody [@zenodora, para. 2]."'
    voices = [
        v
        for x in LETTERS
        for v in (f"{x * 5}n", f"{x * 5}N", f"{x * 3}ring", f"{x * 3}rink")
    ]
    write_names(root, f'[people.all]\nname = "All"\n{about}\nvoices = {voices}')
    wrong = [w for x in LETTERS for w in (f"{x * 5}m", f"{x * 3}rins")]
    write_event(
        root, *(f"It was so [{voice}, in @zenodora, para. 2]." for voice in wrong)
    )
    status, printed, report = run(
        BUILD, "check", "--root", root, variables={"PYTHONHASHSEED": seed}
    )
    assert (status, printed) == (1, "")
    right = [w for x in LETTERS for w in (f"{x * 5}n", f"{x * 3}rink")]
    *faults, _ = report.splitlines()
    assert [fault.split(": ", 1)[1] for fault in faults] == [
        f"unknown voice '{one}'. Did you mean '{other}'?"
        for one, other in zip(wrong, right, strict=True)
    ]

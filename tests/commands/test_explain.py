"""`sdksmith explain`: the list of codes, and single codes."""

from __future__ import annotations

from tests.commands.command_line import run


class TestExplain:
    def test_lists_every_code(self) -> None:
        done = run("explain")
        assert done.exit_code == 0
        codes = [line[:5] for line in done.stdout.splitlines() if line[2:5].isdigit()]
        assert codes == sorted(set(codes))
        assert {"PA001", "GE001", "GE002", "GE003"} <= set(codes)

    def test_tells_of_each_code(self) -> None:
        for line in run("explain").stdout.splitlines():
            if line[2:5].isdigit():
                told = run("explain", line[:5])
                assert told.exit_code == 0
                assert told.stdout.startswith(line[:5])
                assert line.split(maxsplit=2)[2] in told.stdout

    def test_shows_an_example(self) -> None:
        told = run("explain", "pa001").stdout
        assert told.startswith("PA001 (guess): ")
        assert "Before:" in told
        assert "After:" in told

    def test_an_unknown_code_names_the_nearest(self) -> None:
        done = run("explain", "PA00")
        assert done.exit_code == 2
        assert "PA001" in done.stderr

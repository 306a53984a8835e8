"""`sdksmith explain`: the list of codes, and single codes."""

from __future__ import annotations

from tests.commands.command_line import run


class TestExplain:
    def test_all_codes_are_listed(self) -> None:
        done = run("explain")
        assert done.exit_code == 0
        codes = [line[:5] for line in done.stdout.splitlines() if line[2:5].isdigit()]
        assert codes == sorted(set(codes))
        assert {"PA001", "GE001", "GE002", "GE003"} <= set(codes)

    def test_each_code_is_explained(self) -> None:
        for line in run("explain").stdout.splitlines():
            if line[2:5].isdigit():
                explanation = run("explain", line[:5])
                assert explanation.exit_code == 0
                assert explanation.stdout.startswith(line[:5])
                assert line.split(maxsplit=2)[2] in explanation.stdout

    def test_explanation_contains_an_example(self) -> None:
        explanation = run("explain", "pa001").stdout
        assert explanation.startswith("PA001 (guess): ")
        assert "Before:" in explanation
        assert "After:" in explanation

    def test_error_about_unknown_code_suggests_the_nearest(self) -> None:
        done = run("explain", "PA00")
        assert done.exit_code == 2
        assert "PA001" in done.stderr

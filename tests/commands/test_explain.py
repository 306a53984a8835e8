"""`sdksmith explain`: the list of codes, and single codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands.command_line import run

if TYPE_CHECKING:
    from pathlib import Path


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


SPEC = """
openapi: 3.0.3
info: {title: Usage, version: '1'}
servers: [{url: https://api.example}]
paths:
  /users/{userId}/usage:
    get:
      operationId: getUsage
      parameters:
      - {name: userId, in: path, required: true, schema: {type: string}}
      - {name: day, in: query, schema: {type: string}}
      - {name: DAY, in: query, schema: {type: string}}
      responses: {'204': {description: ok}}
    post:
      parameters: [{name: userId, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: ok}}
"""


SPEC_WITH_TWINS = """
openapi: 3.0.3
info: {title: Search, version: '1'}
servers: [{url: https://api.example}]
paths:
  /search:
    parameters:
    - {name: text, in: query, schema: {type: string}}
    get: {summary: Search., responses: {'204': {description: ok}}}
    post: {summary: Search., responses: {'204': {description: ok}}}
"""

SPEC_WITH_TYPES = """
openapi: 3.0.3
info: {title: Orders, version: '1'}
servers: [{url: https://api.example}]
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json: {schema: {type: array, items: {$ref: '#/components/schemas/com.acme.Order'}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    com.acme.Order:
      type: object
      properties:
        state: {enum: [open, sent]}
        buyer: {type: object, properties: {name: {type: string}}}
    com.acme.Customer: {type: object, properties: {name: {type: string}}}
    order_line: {type: object, properties: {sku: {type: string}}}
"""


class TestNames:
    @pytest.mark.parametrize(
        "name", ["GET /users/{userId}/usage", "client.users.usage.retrieve", "getUsage"]
    )
    def test_rules_and_setting_of_a_method(self, name: str, tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(SPEC, encoding="utf-8")
        done = run("explain", "--name", name, str(spec))
        assert done.exit_code == 0
        text = done.stdout
        assert text.startswith("client.users.usage.retrieve: GET /users/{userId}/usage")
        assert "\n  path\n" in text
        assert "\n  retrieve\n" in text
        assert "\n  user_id: argument, path `userId`\n" in text
        assert "\n  day: exact-argument, query `day`\n" in text
        assert "\n  day_upper: longer-argument, query `DAY`\n" in text
        assert '"GET /users/{userId}/usage" = "users.usage.retrieve"' in text

    def test_resource_that_is_called(self, tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(SPEC, encoding="utf-8")
        done = run("explain", "--name", "client.users.usage()", str(spec))
        assert done.exit_code == 0
        assert "callable-resource" in done.stdout

    def test_operation_that_is_the_same_as_another_one(self, tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(SPEC_WITH_TWINS, encoding="utf-8")
        done = run("explain", "--name", "POST /search", str(spec))
        assert done.exit_code == 0
        assert done.stdout.startswith("`POST /search` is the same operation as `GET ")
        assert "client.search: GET /search" in done.stdout

    @pytest.mark.parametrize(
        ("name", "start", "rule"),
        [
            ("com.acme.Order", "models.Order: /components/schemas/", "drop-package"),
            ("models.Order", "models.Order: ", "drop-package"),
            ("OrderState", "models.OrderState: ", "name-by-location"),
            ("params.OrderParam", "params.OrderParam: ", "param-suffix"),
            ("OrderBuyer", "models.OrderBuyer: ", "name-by-location"),
            ("order_line", "models.OrderLine: ", "use-pascal-case"),
        ],
    )
    def test_rules_of_a_type(
        self, name: str, start: str, rule: str, tmp_path: Path
    ) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(SPEC_WITH_TYPES, encoding="utf-8")
        done = run("explain", "--name", name, str(spec))
        assert done.exit_code == 0
        assert done.stdout.startswith(start)
        assert f"\n  {rule}\n" in done.stdout
        assert "To use another name, " in done.stdout

    def test_unknown_name_suggests_the_nearest(self, tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(SPEC, encoding="utf-8")
        done = run("explain", "--name", "client.users.usage.get", str(spec))
        assert done.exit_code == 2
        assert "similar: `client.users.usage" in done.stderr

    def test_name_needs_a_document(self) -> None:
        done = run("explain", "--name", "client.users")
        assert done.exit_code == 2
        assert "needs the path or URL" in done.stderr

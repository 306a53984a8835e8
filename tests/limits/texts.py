"""Long texts: descriptions, names, patterns, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import OK, TEXT, in_quarters, ref, returns, takes, with_schemas, write

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def backticks(size: int) -> bytes:
    """Backticks in a description, in runs of different lengths."""
    return in_quarters(
        " ".join("`" * (1 + number % 97) for number in range(size // 49))
    )


def one_run_of_backticks(size: int) -> bytes:
    """One run of backticks in a description."""
    return in_quarters("a " + "`" * size)


def brackets(size: int) -> bytes:
    """Opening brackets in a description."""
    return in_quarters("[" * size)


def links(size: int) -> bytes:
    """Beginnings of links in a description."""
    return in_quarters("[a](b " * (size // 6))


def parentheses(size: int) -> bytes:
    """Opening parentheses in the address of a link."""
    return in_quarters("[a](" + "b(" * (size // 2))


def images(size: int) -> bytes:
    """Beginnings of images in a description."""
    return in_quarters("![a](" * (size // 5))


def asterisks(size: int) -> bytes:
    """Beginnings of emphasis in a description."""
    return in_quarters("**a *b ***c __d _e " * (size // 19))


def one_run_of_asterisks(size: int) -> bytes:
    """One run of asterisks, and one of underscores."""
    return in_quarters("a" + "*" * (size // 2) + " b " + "_" * (size // 2))


def strikethroughs(size: int) -> bytes:
    """Beginnings of strikethrough in a description."""
    return in_quarters("~~a " * (size // 4))


def entities(size: int) -> bytes:
    """Character references in a description."""
    return in_quarters("&amp;&#60;&#x3c;&lt &" * (size // 21))


def less_than_signs(size: int) -> bytes:
    """Beginnings of tags, comments and autolinks in a description."""
    return in_quarters("<a <!-- <http: </ <? <br" * (size // 24))


def html_lists(size: int) -> bytes:
    """Nested HTML lists in a description."""
    return in_quarters("<ul><li>" * (size // 8))


def html_tags(size: int) -> bytes:
    """Different nested HTML tags in a description, which are not closed."""
    return in_quarters("<div><p><b><i><a href=x><code><td>" * (size // 34))


def html_tables(size: int) -> bytes:
    """Rows of HTML tables in a description."""
    return in_quarters("<table><tr><td>a<td>b</tr>" * (size // 26))


def tables(size: int) -> bytes:
    """Lines of a Markdown table in a description."""
    return in_quarters("a | b\n--|--\n" + "c | d\n" * (size // 6))


def table_line(size: int) -> bytes:
    """One long border line of a Markdown table."""
    return in_quarters("a | b\n" + "-|" * (size // 2) + "x")


def headings(size: int) -> bytes:
    """Heading with many spaces and number signs."""
    return in_quarters("# a" + " #" * (size // 2) + "b")


def nested_quotes(size: int) -> bytes:
    """Nested Markdown lists and quotes in a description."""
    lines = [f"{' ' * (2 * (number % 40))}- > a" for number in range(size // 46)]
    return in_quarters("\n".join(lines))


def blank_lines(size: int) -> bytes:
    """Spaces and line ends in a description."""
    return in_quarters("a" + " " * (size // 2) + "\n" * (size // 2) + "b")


def plain_description(size: int) -> bytes:
    """Long plain description in sentences and paragraphs."""
    return in_quarters("This is a sentence of the text.\n\n" * (size // 33))


def one_word(size: int) -> bytes:
    """Description of one long word."""
    return in_quarters("a" * size)


def damaged_text(size: int) -> bytes:
    """Description with characters that were decoded wrongly."""
    return in_quarters("customer???s caf\xc3\xa9.If it.The <code> `a " * (size // 60))


def escaped_breaks(size: int) -> bytes:
    """Description with doubly escaped line breaks."""
    return in_quarters("a \\n \\n" * (size // 7))


def dashes(size: int) -> bytes:
    """Description with a list that was folded into a line."""
    return in_quarters("Values: - " + " - ".join(f"k{n}: v" for n in range(size // 11)))


def operation_id(size: int) -> bytes:
    """An operationId of many words."""
    name = "_".join(f"word{number}" for number in range(size // 9))
    return write({"/items": {"get": {"operationId": name, **returns(TEXT)}}})


def operation_id_without_spaces(size: int) -> bytes:
    """An operationId without a separator, in lower case and in alternating case."""
    lower: JsonObject = {"operationId": "a" * (size // 2), **returns(TEXT)}
    upper: JsonObject = {"operationId": "aB" * (size // 4), **returns(TEXT)}
    return write({"/items": {"get": lower, "post": upper}})


def names(size: int) -> bytes:
    """Long names of a schema, a property, a parameter, a tag and a scheme."""
    text = "Order Line " * (size // 66)
    name = text.replace(" ", "_")
    parameter: JsonObject = {"name": f"q{name}", "in": "query", "schema": TEXT}
    operation: JsonObject = {**takes(ref(name)), "tags": [text]}
    operation["parameters"] = [parameter]
    schema: JsonObject = {"type": "object", "properties": {text: TEXT}}
    return write(
        {"/items": {"post": operation}},
        schemas={name: schema},
        securitySchemes={name: {"type": "http", "scheme": "bearer"}},
        security=[{name: []}],
    )


def title(size: int) -> bytes:
    """Long title of the API, of a schema and of a value."""
    text = "Big Title " * (size // 30)
    inner: JsonObject = {"title": text, "type": "object", "properties": {"a": TEXT}}
    outer: JsonObject = {"type": "object", "properties": {"b": inner}, "title": text}
    return write({"/items": {"post": takes(outer)}}, info={"title": text})


def path_text(size: int) -> bytes:
    """Path of one long segment."""
    return write({"/" + "a" * size: {"get": returns(TEXT)}})


def path_words(size: int) -> bytes:
    """Path of one long segment of many words."""
    return write({"/" + "word-" * (size // 5): {"get": returns(TEXT)}})


def path_segments(size: int) -> bytes:
    """Path of many segments."""
    return write({"/ab" * (size // 3): {"get": returns(TEXT)}})


def path_braces(size: int) -> bytes:
    """Path with many unbalanced braces."""
    return write({"/{" * (size // 2): {"get": returns(TEXT)}})


def pattern(size: int) -> bytes:
    """Long pattern of a property."""
    value: JsonObject = {"type": "string", "pattern": "^" + "(a|b)?[cd]" * (size // 10)}
    schema: JsonObject = {
        "type": "object",
        "properties": {"a": value},
        "required": ["a"],
    }
    return with_schemas({"Item": schema}, "Item")


def patterns_that_backtrack(size: int) -> bytes:
    """Patterns that take exponential time in a backtracking engine."""
    texts = ("^(a+)+$", "^(a|a)*b$", "^(.*a){20}$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]$")
    properties: JsonObject = {
        f"a{number}": {
            "type": "string",
            "pattern": texts[number % len(texts)],
            "minLength": 30,
            "example": "a" * 50 + "!",
            "default": "x" * 50,
        }
        for number in range(size // 260)
    }
    schema: JsonObject = {
        "type": "object",
        "properties": properties,
        "required": [*properties],
    }
    return with_schemas({"Item": schema}, "Item")


def pattern_repetitions(size: int) -> bytes:
    """Patterns with nested repetitions that describe huge texts."""
    properties: JsonObject = {
        f"a{number}": {
            "type": "string",
            "pattern": f"^((a{{1000}}){{1000}}){{{number}}}$",
        }
        for number in range(size // 60)
    }
    schema: JsonObject = {
        "type": "object",
        "properties": properties,
        "required": [*properties],
    }
    return with_schemas({"Item": schema}, "Item")


def integers(size: int) -> bytes:
    """Integers of many digits in the keywords of schemas."""
    number = int("9" * 4000)
    keys = ("minimum", "maximum", "multipleOf", "default", "example", "const")
    schemas: JsonObject = {
        f"Item{index}": {
            "type": "object",
            "properties": {
                "a": {"type": "integer", **dict.fromkeys(keys, number)},
                "b": {"type": "string", "minLength": number, "maxLength": number},
                "c": {"type": "array", "minItems": number, "items": TEXT},
            },
            "required": ["a", "b", "c"],
        }
        for index in range(size // 37_000)
    }
    operations: JsonObject = {
        f"/{name.lower()}": {"post": takes(ref(name))} for name in schemas
    }
    return write(operations, schemas=schemas)


def large_minimums(size: int) -> bytes:
    """Lengths that no sample can have."""
    properties: JsonObject = {}
    for number in range(size // 130):
        least = 10 ** (number % 12)
        properties[f"a{number}"] = {"type": "string", "minLength": least}
        properties[f"b{number}"] = {"type": "array", "minItems": least, "items": TEXT}
    schema: JsonObject = {
        "type": "object",
        "properties": properties,
        "required": [*properties],
    }
    return with_schemas({"Item": schema}, "Item")


def enum(size: int) -> bytes:
    """Enumeration of many values."""
    values = [f"value-{number}" for number in range(size // 16)]
    return with_schemas({"Item": {"type": "string", "enum": [*values]}}, "Item")


def microsoft_enum(size: int) -> bytes:
    """Enumeration of many values with names in `x-ms-enum`."""
    values = [f"v{number}" for number in range(size // 60)]
    entries: list[JsonObject] = [{"value": text, "name": text} for text in values]
    schema: JsonObject = {"type": "string", "enum": [*values]}
    schema["x-ms-enum"] = {"name": "Item", "values": [*entries]}
    return with_schemas({"Item": schema}, "Item")


def extension(size: int) -> bytes:
    """Extension with a long text and one with many values."""
    extensions: JsonObject = {"x-a": "a" * (size // 2), "x-b": [*range(size // 16)]}
    return write({"/items": {"get": {"responses": OK}}}, **extensions)


def server_url(size: int) -> bytes:
    """Long URL of a server, with many variables."""
    names = [f"v{number}" for number in range(size // 40)]
    url = "https://api.example.com/" + "/".join(f"{{{name}}}" for name in names)
    variables: JsonObject = {name: {"default": "a"} for name in names}
    server: JsonObject = {"url": url, "variables": variables}
    return write({"/items": {"get": returns(TEXT)}}, servers=[server])


def media_type(size: int) -> bytes:
    """Long media types with many parameters and suffixes."""
    operation = returns(TEXT)
    types = (
        "application/" + "a+" * (size // 6) + "json",
        "text/a;" + "b=c;" * (size // 8),
    )
    contents: JsonObject = {name: {"schema": TEXT} for name in types}
    operation["responses"] = {"200": {"description": "OK", "content": contents}}
    return write({"/items": {"get": operation}})

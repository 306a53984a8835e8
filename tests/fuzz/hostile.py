"""Hostile strings, and the canaries by which the oracles recognise them."""

from __future__ import annotations

from typing import Final

CANARY: Final = "qZ__9xQ"
"""Part of hostile strings. No name that the generator derives from text contains it.

Snake case has no double underscore, and class names have no underscore.
"""

CANARY_FILE: Final = "qZ__9xQ.executed"
"""File that the code in hostile strings creates in the current folder."""

CALL: Final = f"__import__('pathlib').Path('{CANARY_FILE}').touch()"
"""Code that must never be executed."""

_BREAKOUTS: Final = (
    *("'", '"', "'''", '"""', "`", "\\", "\\\\", f"{CANARY}\\", f'{CANARY}"', '\\"""'),
    f'"""\n{CALL}\n"""',
    f"'''\n{CALL}\n'''",
    f'"+{CALL}+"',
    f"'+{CALL}+'",
    f"\\'+{CALL}#",
    f'\\"+{CALL}#',
    f'")\n{CALL}\n("',
    f"']\n{CALL}\n['",
    f"x: int = {CALL}",
    f"x\n    {CALL}",
    f"x]={CALL}#",
    f"\\N{{DIGIT ONE}}\\x41\\u0041{CANARY}",
)
_LINE_ENDS: Final = (
    *(f"x{end}{CALL}" for end in ("\n", "\r", "\r\n", "\x85", "\u2028", "\u2029")),
    *(f"x{end}{CALL}" for end in ("\x0b", "\x0c", "\x1c", "\x1e")),
    f"# type: ignore\n{CALL}",
    f"-*- coding: utf-7 -*-\n{CANARY}",
)
_CONTROLS: Final = (
    *("\0", f"x\0{CALL}", "\x07", "\x08\x08\x08", "\x7f", "\ufeff", "\ufffe"),
    *(f"\x1b[31m{CANARY}\x1b[0m", f"\x1b]0;{CANARY}\x07", f"\x9b31m{CANARY}"),
    *(f"\u202e{CANARY}\u202c", f"\u2066{CANARY}\u2069", "\u061cx", "a\u200b\u200db"),
    *("\ud800", f"x\udfff{CANARY}", "\ud83d\ud83d", "\U000e0041\U000e0042"),
)
_TEMPLATES: Final = (
    *(f"{{{{ {CALL} }}}}", f"{{% set x = {CALL} %}}", "{% endraw %}", "{#", "{{"),
    *(f"${{{CALL}}}", f"#{{{CALL}}}", f"<%= {CALL} %>", f"$({CANARY})", f"`{CANARY}`"),
    *(f"{{{CALL}}}", f"{{{CANARY}}}", "{0.__class__.__mro__}", "{}", "}", "{x!r:>9}"),
    *("%s%s%n", "%(x)s", "{:>999999999}", "%999999999d", "{0:{0}}", "; rm -rf x"),
)
_MARKUP: Final = (
    f'"\n[tool.hatch.build.hooks.custom]\npath = "{CANARY}"\n',
    f"'''\n[project.scripts]\n{CANARY} = 'os:abort'",
    *("# ", "- x\n    - y\n", "***", "| a | b |\n|---|---|\n| 1 |", "```", "~~~\nx\n"),
    f"```\n# {CANARY}\n```python\n{CALL}",
    f"![{CANARY}](https://evil.example/{CANARY}.png)",
    f"[{CANARY}](javascript:{CANARY}())",
    f"[x]: https://evil.example/{CANARY}\n\n[x]",
    f"<https://evil.example/{CANARY}>",
    f"<script>{CANARY}()</script>",
    f"<img src=x onerror={CANARY}()>",
    f"<!-- {CANARY}",
    f"</code></pre><details open ontoggle={CANARY}()>",
    f"&lt;script&gt;{CANARY}&#40;&#41;",
    f"<![CDATA[ {CANARY}",
)
_PATHS: Final = (
    *(f"../../{CANARY}", f"..\\..\\{CANARY}", f"/etc/{CANARY}", f"C:\\{CANARY}"),
    *(f"%2e%2e%2f{CANARY}", f"\u2024\u2024/{CANARY}", f"\uff0e\uff0e\uff0f{CANARY}"),
    *("con", "aux.py", "NUL", "com1", "lpt\u00b9", ".", "..", "~", "-rf", "a/b:c*?|"),
)
_URLS: Final = (
    *(
        "http://[::1",
        "https://a]b/",
        "//evil.example",
        "http://x:99999/",
        "http://x:y/",
    ),
    *(f"javascript:{CALL}", "file:///etc/passwd", "http://exa mple/", "a]b", "?x#y"),
    *("https://user:secret@evil.example/", "https://xn--a/", "https://x/{a}/{b", "{"),
    *("http://\u2100.example/", "https://%zz/", "mailto:a@b", "http:", ":", "https://"),
)
_SIZES: Final = (
    *("x" * 300, "word " * 400, "\u00e9" * 200, "a." * 150, "9" * 400, "(" * 200),
    *("", " ", "\t", "\n", "\u3000", "\u00a0", " \n \n ", "_", "__"),
)
_NAMES: Final = (
    *("class", "None", "True", "self", "print", "type", "list", "models", "client"),
    *("__init__", "__class__", "__import__", "__debug__", "model_config", "_abc_impl"),
    *("model_fields", "with_raw_response", "options", "httpx2", "sdksmith", "mro"),
    *(
        "0",
        "-1",
        "1.5",
        "1e400",
        "NaN",
        "Infinity",
        "0x10",
        "1_000",
        "\u0663",
        "\u00b2",
    ),
    *(
        "\u0441lass",
        "\ufb01eld",
        "\uff43\uff4c\uff41\uff53\uff53",
        "\u212a",
        "\u017felf",
    ),
    *("e\u0301\u0327", "\u0301", "Z" + "\u0334" * 60, "\u05e9\u05dc\u05d5\u05dd"),
    *(
        "\u0627\u0644\u0639",
        "\U0001f469\u200d\U0001f467",
        "\u1160",
        "\u00b7x",
        "a\u0345",
    ),
    *(
        "null",
        "true",
        "200",
        "default",
        "$ref",
        "#",
        "#/",
        "*/*",
        "x-y",
        "a:b",
        "&a *a",
    ),
)

HOSTILE: Final[tuple[str, ...]] = tuple(
    dict.fromkeys(
        (
            *(*_BREAKOUTS, *_LINE_ENDS, *_CONTROLS, *_TEMPLATES, *_MARKUP, *_PATHS),
            *(*_URLS, *_SIZES, *_NAMES),
        )
    )
)
"""Hostile strings: text that breaks out of a literal, name, page, path, URL or terminal."""

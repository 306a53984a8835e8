"""Docstrings of methods, section by section."""

from __future__ import annotations

from sdksmith.plan.package import ArgumentView, DocView
from sdksmith.render.docs import full_docs
from sdksmith.text.pysource import Code


def test_descriptions_keep_paragraphs_and_lists() -> None:
    description = "How many.\n\nOf these:\n\n- one\n- two\n\nOr none."
    argument = ArgumentView(Code("count"), Code("int"), None, description)
    assert (
        full_docs(DocView("List.", arguments=(argument,), returns=description), 4)
        == '''"""List.

    Args:
        count: How many.

            Of these:
            - one
            - two

            Or none.

    Returns:
        How many.

        Of these:
        - one
        - two

        Or none.
    """'''
    )

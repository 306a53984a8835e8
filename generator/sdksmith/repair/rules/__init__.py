"""The rules, one file each; `registry.py` finds them by looking into this folder."""

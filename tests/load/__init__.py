"""Tests of the load stage, through what it gives to the next one."""

"""Tests of what lies beside the program."""

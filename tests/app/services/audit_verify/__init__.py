"""Tests of verifying the audit."""

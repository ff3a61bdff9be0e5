"""The process rules: pure functions over frozen values; no Qt, no SQL, no clock of their own."""

"""Lists people bring: read from bytes, understood, mapped, turned into typed rows and compared."""

"""One module a sub-command: `add_arguments(parser)` and `run(workplace or open_database, arguments) -> Outcome`."""

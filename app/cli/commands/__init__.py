"""One module a sub-command, each with `add_arguments(parser)` and `run(workplace, arguments) -> Outcome`."""

"""What single cells say: values of fields, keys, objects, predecessors, markup."""

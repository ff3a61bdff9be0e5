"""The exceptions screen: what was asked beside the rules, who signed it, with which keys and policies."""

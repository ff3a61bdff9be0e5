"""The register screen: applications, configuration items, teams, people, environments, build machines."""

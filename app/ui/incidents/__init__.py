"""The incidents screen: outages and impairments, their analyses and actions, downtime against allowance."""

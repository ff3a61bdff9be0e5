"""The audit screen: search events, follow a record, verify the chain, export the workbook."""

"""The sheets of the audit workbook: their columns in the order the records come, and how to verify them."""

from __future__ import annotations

from exports.documents import Column

_WINDOW = (Column("Window", "text", 28), Column("Window starts", "instant", 18))

SHEETS: dict[str, tuple[Column, ...]] = {
    "Windows": (
        Column("Id", "number", 8), Column("Window", "text", 28), Column("Starts", "instant", 18),
        Column("Ends", "instant", 18), Column("Zone", "text", 18), Column("State", "name", 12),
        Column("Changes", "number", 10), Column("Moved", "flag", 8), Column("Why cancelled", "text", 40),
    ),
    "Changes": (
        Column("Change", "text", 14), Column("Title", "text", 48), Column("Kind", "name", 14),
        Column("Class", "name", 12), Column("State", "name", 16), Column("Impact", "number", 8),
        Column("Likelihood", "number", 10), Column("Owner", "text", 20), Column("Requester", "text", 20),
        Column("Team", "text", 20), *_WINDOW, Column("Deployment on", "date", 14),
        Column("Date approved", "flag", 10), Column("Expected downtime", "duration", 12),
        Column("Backout plan", "text", 40), Column("Verification plan", "text", 40),
        Column("Planned digest", "digest", 30), Column("Source", "text", 14),
        Column("State in the source", "text", 16), Column("Made", "instant", 18),
    ),
    "Checkpoints": (
        *_WINDOW, Column("Checkpoint", "text", 24), Column("Cutoff", "instant", 18),
        Column("Meeting", "instant", 18), Column("Criteria revision", "number", 10),
        Column("Frozen", "instant", 18), Column("Hash", "digest", 66),
    ),
    "Gate evaluations": (
        Column("Frozen", "instant", 18), *_WINDOW, Column("Checkpoint", "text", 24),
        Column("Change", "text", 14), Column("Criterion", "text", 40), Column("Result", "name", 14),
        Column("Why", "text", 60), Column("Evidence", "text", 40), Column("Hash", "digest", 66),
    ),
    "Attestations": (
        Column("Said", "instant", 18), Column("Change", "text", 14), Column("Checkpoint", "text", 24),
        Column("Criterion", "text", 40), Column("Met", "flag", 8), Column("As", "text", 18),
        Column("By", "text", 22), Column("Evidence", "text", 50),
    ),
    "Waivers": (
        Column("Granted", "instant", 18), Column("Change", "text", 14), Column("Checkpoint", "text", 24),
        Column("Criterion", "text", 40), Column("Reason", "text", 60), Column("Signatures", "text", 40),
    ),
    "Exceptions": (
        Column("No.", "number", 8), Column("Asked", "instant", 18), Column("Change", "text", 14),
        Column("Title", "text", 40), Column("Exception", "text", 20), Column("Standing", "text", 12),
        *_WINDOW, Column("Checkpoint", "text", 24), Column("Criteria waived", "text", 40),
        Column("Freeze", "text", 24), Column("Reason", "text", 50), Column("Risk of doing it", "text", 40),
        Column("Risk of not doing it", "text", 40), Column("Testing", "text", 40),
        Column("Requested by", "text", 22), Column("Policy revision", "number", 10),
        Column("Signatures asked for", "text", 40), Column("Signed by", "text", 50),
    ),
    "Signatures": (
        Column("Id", "number", 8), Column("Signed", "instant", 18), Column("Change", "text", 14),
        Column("Subject", "text", 24), Column("Name", "text", 24), Column("Role", "text", 18),
        Column("Meaning", "text", 14), Column("On behalf of", "text", 24), Column("Remark", "text", 30),
        Column("Medium", "text", 10), Column("Witness", "text", 20), Column("Reference", "text", 20),
        Column("Signed time", "text", 28), Column("Signed subject", "text", 24),
        Column("Signed role", "text", 18), Column("Signed meaning", "text", 14),
        Column("Key id", "number", 8), Column("Digest", "digest", 66),
        Column("Signature", "digest", 66), Column("Content", "text", 60), Column("Content 2", "text", 12),
        Column("Content 3", "text", 12),
    ),
    "Public keys": (
        Column("Key id", "number", 8), Column("Person", "text", 24), Column("Names borne", "text", 24),
        Column("Public key", "digest", 66), Column("Witness", "text", 24), Column("Enrolled", "text", 34),
        Column("Revoked", "text", 34),
        Column("Why revoked", "text", 40),
    ),
    "Policies": (
        Column("Exception", "text", 24), Column("Revision", "number", 10), Column("Signs", "text", 50),
        Column("In this order", "flag", 10), Column("Changed by", "text", 40), Column("Made by", "text", 22),
        Column("Made", "instant", 18),
    ),
    "Stand-ins": (
        Column("Person", "text", 24), Column("Stand-in", "text", 24), Column("Role", "text", 20),
        Column("First day", "date", 14), Column("Last day", "date", 14), Column("Appointed by", "text", 22),
        Column("Ended", "flag", 8),
    ),
    "Activities": (
        *_WINDOW, Column("No.", "number", 6), Column("Activity", "text", 44), Column("Change", "text", 14),
        Column("Phase", "name", 12), Column("State", "name", 12), Column("Planned start", "instant", 18),
        Column("Planned finish", "instant", 18), Column("Actual start", "instant", 18),
        Column("Actual finish", "instant", 18), Column("Planned", "duration", 10),
        Column("Actual", "duration", 10), Column("Players", "text", 40),
    ),
    "Builds": (
        Column("Built", "instant", 18), Column("Change", "text", 14), Column("Build", "text", 14),
        Column("Revision", "text", 20), Column("Machine", "text", 18), Column("Succeeded", "flag", 10),
        Column("Digest", "digest", 66),
    ),
    "Deployments": (
        Column("Deployed", "instant", 18), Column("Change", "text", 14), Column("Environment", "text", 18),
        Column("Stage", "name", 16), Column("Outcome", "name", 14), Column("Build", "text", 14),
        Column("Digest", "digest", 66), Column("By", "text", 22), Column("Issues", "text", 50),
    ),
    "Production fixes": (
        Column("Made", "instant", 18), Column("Fix", "text", 12), Column("What", "text", 48),
        Column("Where", "text", 30), Column("By", "text", 22), Column("Entered", "instant", 18),
        Column("Entered by", "text", 20), Column("Due", "instant", 18), Column("Still owes", "text", 40),
        Column("Why", "text", 40), Column("Steps taken", "text", 40), Column("Discussion", "text", 40),
        Column("Risk", "text", 30), Column("Signed by", "text", 22), Column("As", "text", 18),
        Column("Signed", "instant", 18), Column("Signed content", "digest", 66), Column("Change", "text", 16),
    ),
    "Detected changes": (
        Column("Seen", "instant", 18), Column("System", "text", 20), Column("What", "text", 44),
        Column("By", "text", 16), Column("Source", "text", 16), Column("Standing", "text", 12),
        Column("Why", "text", 60), Column("Settled", "text", 12), Column("Explanation", "text", 50),
        Column("Explained by", "text", 20), Column("Explained", "instant", 18), Column("Fix", "text", 12),
    ),
    "Incidents": (
        Column("Began", "instant", 18), Column("Ended", "instant", 18), Column("Incident", "text", 14),
        Column("What happened", "text", 44), Column("Kind", "name", 12), Column("Lasted", "duration", 10),
        Column("Where", "text", 36), Column("Impact", "text", 40), Column("Change", "text", 14),
        Column("Counts as downtime", "flag", 12), Column("Analysis asked for", "flag", 12),
        Column("Analysis due", "instant", 18), Column("Concluded", "instant", 18),
        Column("Concluded by", "text", 20), Column("Timeline", "text", 50), Column("Whys", "text", 50),
        Column("Contributing factors", "text", 40), Column("Root cause", "text", 40),
        Column("Gate", "text", 24), Column("Step", "text", 30),
    ),
    "Actions": (
        Column("Incident", "text", 14), Column("Action", "text", 50), Column("Owner", "text", 22),
        Column("Due", "date", 14), Column("Done", "instant", 18), Column("What came of it", "text", 40),
    ),
    "Packets": (
        Column("Issued", "instant", 18), *_WINDOW, Column("Meeting", "text", 12), Column("By", "text", 20),
        Column("Recipients", "text", 50), Column("Pages", "number", 8), Column("PDF SHA-256", "digest", 66),
        Column("Workbook SHA-256", "digest", 66), Column("Audit head", "digest", 72),
    ),
    "Imports": (
        Column("Imported", "instant", 18), Column("Kind", "name", 14), Column("Source", "text", 18),
        Column("File", "text", 30), Column("By", "text", 20), Column("Rows", "number", 8),
        Column("Created", "number", 8), Column("Updated", "number", 8), Column("Unchanged", "number", 10),
        Column("Rejected", "number", 10), Column("Undone", "instant", 18),
    ),
    "Events": (
        Column("Number", "number", 10), Column("When", "instant", 18), Column("By", "text", 18),
        Column("Action", "text", 14), Column("Kind", "text", 18), Column("Record", "text", 14),
        Column("Reason", "text", 40), Column("Before", "text", 40), Column("After", "text", 40),
        Column("Hashed time", "text", 34),
        Column("Previous hash", "digest", 66), Column("Hash", "digest", 66),
    ),
}  # fmt: skip

HOW_TO_VERIFY = (
    "Every event carries the SHA-256 of the event before it, so that an event altered, removed, inserted or "
    "moved breaks the chain at its place.",
    "1. Run “lockstep audit verify” on the database. It walks the whole chain, holds every record against "
    "its events, verifies every signature, and names what is not as it was written. With “--head FILE” it "
    "also compares the chain with a head that “lockstep audit head” wrote and that was kept elsewhere.",
    "2. Compare the head it prints with the head above, and with the head at the foot of every issued "
    "packet: the event with that number must still have that hash. Paper cannot be changed afterwards.",
    "3. Without Lockstep: for each event take, in this order, its number, the previous hash, the hashed "
    "time, by, action, kind, record, reason, before and after as in the sheet Events. Write each as UTF-8, "
    "preceded by its length in bytes and a colon (“5:hello”), all after one another. The SHA-256 of that, in "
    "hexadecimal, is the event's hash. The first event's previous hash is 64 zeros.",
    "A cell holds at most 32,767 letters; an event with a longer text is cut in this workbook and can be "
    "verified from the database only.",
    "4. An issued packet is kept byte for byte. The SHA-256 of the saved file must be the one in the sheet "
    "Packets.",
    "5. A frozen checkpoint is never altered. Its hash is in the event that froze it.",
    "6. Signatures, without Lockstep and its database: take the script verify_signatures.py that comes with "
    "Lockstep (in the folder resources; read it, it is short), and Python with the packages cryptography and "
    "openpyxl. Run “python verify_signatures.py THIS-WORKBOOK.xlsx”. It prints a line for each signature and "
    "ends with status 0 when all hold. Add “--keys KEYS.json”, written by “lockstep audit keys” at an "
    "earlier time and kept elsewhere, and the keys in this workbook need not be believed.",
    "What is signed, by Ed25519 (RFC 8032), is JSON with sorted keys and without spaces, in UTF-8: digest, "
    "meaning, name, on_behalf_of, remark, role, signed_at and subject, as in the sheet Signatures; of time, "
    "subject, role and meaning the columns that begin with Signed hold the words that were signed. The "
    "digest is the SHA-256 of the content; where it is longer than a cell, it goes on in Content 2 and "
    "Content 3.",
)

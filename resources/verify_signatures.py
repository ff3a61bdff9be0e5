"""Verifies the signatures of a Lockstep audit workbook, without Lockstep.

    python verify_signatures.py AUDIT.xlsx [--keys KEYS.json]

It needs Python 3.11 or newer with the packages cryptography and openpyxl, and nothing else. For each row of
the sheet "Signatures" it checks that the content speaks of the change beside it and its SHA-256 is the digest
that was signed, that the Ed25519 signature (RFC 8032) was made over that digest, name, role, meaning and time
by the key named, that the key belonged to the signer, was enrolled by then and not yet revoked, and that the
sheet "Events" says the same. Keys come from the sheet "Public keys", or from a file that "lockstep audit keys
--out KEYS.json" wrote earlier and that was kept where nobody could change it. A word given by mouth or on
paper has no signature: it is printed as such. The status is 0 when all hold, else 1 (2: cannot read).
"""

import argparse
import hashlib
import json
import sys
from datetime import datetime
from zipfile import BadZipFile

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from openpyxl import load_workbook
except ModuleNotFoundError as missing:
    print(f"{missing}. Run first: python -m pip install cryptography openpyxl", file=sys.stderr)
    sys.exit(2)


AS_WRITTEN = ("digest", "name", "on_behalf_of", "remark")
FOR_PEOPLE = ("meaning", "role", "subject")
MEANINGS = {"approves": "approve", "rejects": "reject", "has taken note": "acknowledge"}


def rows_of(book, sheet_name):
    """The rows of a sheet (and of its continuations) as dictionaries by the words of the header."""
    for name in book.sheetnames:
        if name.rstrip("0123456789").rstrip() != sheet_name:  # a long sheet goes on in "Signatures 2"
            continue
        rows = book[name].iter_rows(values_only=True)
        header = [str(cell or "") for cell in next(rows)]
        for row in rows:
            yield dict(zip(header, row, strict=False))


def text(row, column):
    """The text of a cell; an empty cell is an empty text."""
    return "" if row.get(column) is None else str(row[column])


def keys_of_workbook(book):
    """The keys by their number: the owner's names, public part, enrolled and revoked (empty: never)."""
    keys = {}
    for row in rows_of(book, "Public keys"):
        names = [text(row, "Person"), *text(row, "Names borne").split("\n")]
        keys[row["Key id"]] = (names, *(text(row, name) for name in ("Public key", "Enrolled", "Revoked")))
    return keys


def keys_of_file(path):
    """The keys of a file that was kept elsewhere, as keys_of_workbook gives them."""
    keys = {}
    with open(path, encoding="utf-8") as file:
        for key in json.load(file)["keys"]:
            times = (key["enrolled_at"], key["revoked_at"] or "")
            keys[key["key_id"]] = ([key["person"], *key["names"]], key["public_key"], *times)
    return keys


def canonical(value):
    """JSON with sorted keys and without spaces, in UTF-8: the one form in which a value is signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def signed(row, name):
    """What was signed; in workbooks of before it stands where others have words for people."""
    return text(row, f"Signed {name}") if f"Signed {name}" in row else text(row, name.capitalize())


def statement_of(row):
    """The bytes that were signed."""
    said = {name: text(row, name.replace("_", " ").capitalize()) for name in AS_WRITTEN}
    said |= {name: signed(row, name) for name in FOR_PEOPLE}
    return canonical(said | {"signed_at": text(row, "Signed time")})


def written_otherwise(row):
    """The first of the words for people that is not what was signed; an empty text when all are."""
    for name in FOR_PEOPLE:
        words = text(row, name.capitalize())
        if MEANINGS.get(words, words.lower().replace(" ", "_")) != signed(row, name).replace(" ", "_"):
            return words
    return ""


def problem_of(row, keys):
    """Why a signature does not hold; an empty text when it does."""
    content = "".join(text(row, column) for column in ("Content", "Content 2", "Content 3"))
    said = json.loads(content)
    if hashlib.sha256(canonical(said)).hexdigest() != text(row, "Digest"):
        return "the content does not give the digest"
    if word := written_otherwise(row):
        return f"“{word}” is not what was signed"
    listed = (text(row, "Change"), signed(row, "subject"))
    if listed != (said["change"], f"exception_request {said['request']}"):
        return f"it covers request {said['request']} for {said['change']}, not what it is listed with"
    if text(row, "Medium") != "key":
        is_word = (text(row, "Witness") or text(row, "Reference")) and not text(row, "Signature")
        return "" if is_word else "a word has a witness or a reference, and no signature"
    if row.get("Key id") not in keys:
        return f"key {row.get('Key id')} is not among the keys"
    names, public_key, enrolled, revoked = keys[row["Key id"]]
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        public.verify(bytes.fromhex(text(row, "Signature")), statement_of(row))
    except (InvalidSignature, ValueError):
        return f"key {row.get('Key id')} of {names[0]} did not sign these words"
    signed_at = datetime.fromisoformat(text(row, "Signed time"))  # in whole seconds
    if signed_at < datetime.fromisoformat(enrolled).replace(microsecond=0):
        return f"signed before key {row.get('Key id')} was enrolled"
    if revoked and signed_at > datetime.fromisoformat(revoked):
        return f"signed after key {row.get('Key id')} was revoked"
    if text(row, "Name") not in names:  # all that its owner ever had: people marry
        return f"signed as {text(row, 'Name')} by the key of {names[0]}"
    return ""


def problems_of_events(book, signatures):
    """What the sheet "Events" says otherwise of the signatures it tells of, by their number."""
    rows = {str(row["Id"]): row for row in signatures}
    if len(rows) < len(signatures):
        yield "a signature is listed twice"
    for event in rows_of(book, "Events"):
        if (text(event, "Kind"), text(event, "Action")) != ("signature", "created"):
            continue
        row, said = rows.get(text(event, "Record")), text(event, "After")
        fields = ("digest", "medium", "signature") if said.endswith("}") else ()  # a long event is cut
        if row is None or any(f'"{name}":"{text(row, name.capitalize())}"' not in said for name in fields):
            yield f"signature {text(event, 'Record')} is not listed as event {event['Number']} recorded it"


def main():
    """Verify every signature; print a line each."""
    parser = argparse.ArgumentParser(description="Verify the signatures of a Lockstep audit workbook.")
    parser.add_argument("workbook", help="the audit workbook (.xlsx)")
    parser.add_argument("--keys", help="public keys kept elsewhere (.json); default: those in the workbook")
    arguments = parser.parse_args()
    try:
        book = load_workbook(arguments.workbook, read_only=True)
        keys = keys_of_file(arguments.keys) if arguments.keys else keys_of_workbook(book)
        signatures = list(rows_of(book, book["Signatures"].title))  # a KeyError if there is no such sheet
        told = list(problems_of_events(book, signatures))
    except (OSError, KeyError, ValueError, StopIteration, BadZipFile) as error:
        parser.exit(2, f"Cannot be read: {error!r}\n")
    bad = len(told)
    for row in signatures:
        try:
            problem = problem_of(row, keys)
        except (ValueError, TypeError, KeyError) as error:
            problem = f"cannot be read: {error!r}"
        bad += bool(problem)
        verdict = f"BAD   {problem}:" if problem else "holds" if text(row, "Medium") == "key" else "word "
        meaning = next((word for word, one in MEANINGS.items() if one == signed(row, "meaning")), "says")
        said = f"{text(row, 'Name')} {meaning} as {text(row, 'Role')}"
        print(f"{verdict} signature {row['Id']}: {said}, {text(row, 'Subject')}, {text(row, 'Signed time')}")
    print("".join(f"BAD   {problem}\n" for problem in told), end="")
    print(f"{len(signatures)} signatures, {bad} do not hold. Keys: {arguments.keys or 'in the workbook'}.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

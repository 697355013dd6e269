#!/usr/bin/env python3
"""Reads and writes saves as docs/file-format.md says, with nothing but Python 3.8 and its standard library.

    saveschema.py check FILE…               what the seal of each file says
    saveschema.py load [--head N] FILE…     which of the files beside each one is the save, and what is in it
    saveschema.py write [--compact] FILE    makes the members on standard input, a JSON object, the next save (POSIX only)

Each answer is a line of JSON. It knows no schema: what a value should be, and what is done to older versions, is the program's affair.
It takes strict JSON only, and leaves a save that was never finished to a program that knows what to do with it.
"""

import json
import os
import re
import secrets
import sys
import zlib
from datetime import datetime, timezone

# The seal ------------------------------------------------------------------------------------------------------------------------


def seal_pattern(space, before, tail):
    """A seal in one of the two layouts, up to the end of the file."""
    version = rb"[1-9][0-9]{0,8}"
    parts = [
        rb'"v":_(?P<v>[12])',
        rb'"gen":_(?P<gen>[1-9][0-9]{0,14})',
        rb'"id":_"(?P<id>[0-9a-f]{16})"',
        rb'"parent":_"(?P<parent>[0-9a-f]{16})"',
        rb'"time":_"(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)"'
        rb'(?P<versions>,_"version":_(?P<version>N),_"reads":_(?P<reads>N),_"writes":_(?P<writes>N),_"by":_(?P<by>N))?',
        rb'"len":_(?P<len>[1-9][0-9]{0,9})',
        rb'"sum":_"(?P<sum>[0-9a-f]{16})"',
    ]
    text = re.escape(before) + rb'"\$save":_\{' + rb",_".join(parts) + re.escape(tail) + rb"\Z"
    return re.compile(text.replace(b"_", space).replace(b"N", version))


REACH = 1024  # where a seal is looked for
LARGEST_SEAL = 512
PRETTY = seal_pattern(b" ", b",\n  ", b"}\n}\n")
COMPACT = seal_pattern(b"", b",", b"}}\n")
ANY_FORMAT = re.compile(rb'"\$save"\s*:\s*\{\s*"v"\s*:\s*([1-9][0-9]{0,3})\b[^{}]*\}\s*\}\s*\Z')
OPENING = re.compile(rb'"\$save"\s*:\s*\{')
GENERATION = re.compile(rb'"gen"\s*:\s*([0-9]{1,15})(?![0-9])')
NAMELESS = re.compile(rb'"gen"|"sum"')

CRC32 = 0xEDB88320
CRC32C = 0x82F63B78


def crc_table(polynomial):
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (polynomial if byte & 1 else 0)
        table.append(byte)
    return table


CRC32C_TABLE = crc_table(CRC32C)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC32C_TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def sums(data):
    """Both sums of bytes in 16 digits: CRC32C, then CRC32."""
    return b"%08x%08x" % (crc32c(data), zlib.crc32(data))


def is_time(text):
    try:
        # datetime has no year 0; 2000 has the same days
        datetime.strptime(("2000" if text.startswith("0000") else text[:4]) + text[4:], "%Y-%m-%dT%H:%M:%SZ")
        return True
    except ValueError:
        return False


def spelled(data):
    """What is spelled as a seal at the end of a file, whether or not the sums are right."""
    end = data[-REACH:]
    for pattern in (PRETTY, COMPACT):
        found = pattern.search(end)
        if found and (found["v"] == b"2") == (found["versions"] is not None) and is_time(found["time"].decode()):
            before = len(data) - len(end)
            if int(found["len"]) == before + found.start("sum"):
                return found, before
    return None


def holding(data):
    """What the seal says, if it holds."""
    match = spelled(data)
    if match is None:
        return None
    found, before = match
    if sums(data[: before + found.start("sum")]) != found["sum"]:
        return None
    seal = {"gen": int(found["gen"])}
    seal.update((name, found[name].decode()) for name in ("id", "parent", "time"))
    for name in ("version", "reads", "writes", "by"):
        seal[name] = int(found[name] or 0)
    seal["body"] = before + found.start()
    return seal


def flipped_byte(data):
    """The byte with the one bit that must be flipped for the seal to hold; None if there is none."""
    match = spelled(data)
    if match is None:
        # then the bit is in the seal itself, and must make sense of it
        tried = bytearray(data)
        for at in range(max(0, len(data) - LARGEST_SEAL), len(data)):
            for bit in range(8):
                tried[at] ^= 1 << bit
                if holding(bytes(tried)) is not None:
                    return at
                tried[at] ^= 1 << bit
        return None
    found, before = match
    end = before + found.start("sum")
    is_there, should_be = found["sum"], sums(data[:end])
    bits = [bin(a ^ b).count("1") for a, b in zip(is_there, should_be)]
    if sum(bits) == 1:
        return end + bits.index(1)
    # The sums are linear: what a bit changes depends on its distance from the end alone.
    wanted = int(is_there, 16) ^ int(should_be, 16)
    upper, lower = wanted >> 32, wanted & 0xFFFFFFFF
    c, z = 1, 1
    for at in range(end - 1, -1, -1):
        for _ in range(8):
            c = c >> 1 ^ (CRC32C if c & 1 else 0)
            z = z >> 1 ^ (CRC32 if z & 1 else 0)
            if c == upper and z == lower:
                return at
    return None


def check(data):
    """The verdict of the seal alone."""
    seal = holding(data)
    if seal is not None:
        return {"seal": "HOLDS", **seal}
    end = data[-REACH:]
    at = end.rfind(b'"$save"')
    if at < 0:
        is_sealed = NAMELESS.search(end) and flipped_byte(data) is not None
        return broken(data, end) if is_sealed else {"seal": "NONE"}
    rest = end[at:]
    newer = ANY_FORMAT.match(rest)
    if newer and int(newer[1]) > 2:
        start = len(data) - len(rest) + newer.start(1)
        ours = (data[:start] + v + data[start + 1 :] for v in (b"1", b"2") if len(newer[1]) == 1)
        if not any(holding(each) for each in ours):
            return {"seal": "NEWER", "format": int(newer[1]), "gen": generation(rest)}
        return broken(data, rest)
    if OPENING.match(rest) or flipped_byte(data) is not None:
        return broken(data, rest)
    return {"seal": "NONE"}


def generation(seal):
    found = GENERATION.search(seal)
    return int(found[1]) if found else 0


def broken(data, seal):
    is_damaged = 0 in data or flipped_byte(data) is not None
    return {"seal": "BROKEN", "gen": generation(seal), "damaged": is_damaged}


# JSON ----------------------------------------------------------------------------------------------------------------------------


class Number(str):
    """A number as it is spelled, so that no digit is lost."""


def no_json(text):
    raise ValueError(text + " is no JSON")


def members(data):
    """The members of the document, in their order; None if it is no JSON object. Of two with one name the last counts."""
    try:
        root = json.loads(data.decode("utf-8"), parse_int=Number, parse_float=Number, parse_constant=no_json)
    except (ValueError, RecursionError):
        return None
    return root if isinstance(root, dict) else None


ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def quoted(text):
    return '"' + re.sub(r'["\\\x00-\x1f\ud800-\udfff]', lambda c: ESCAPES.get(c[0], "\\u%04x" % ord(c[0])), text) + '"'


def text(value, pretty, indent=0):
    """A value as SaveSchema writes it: one member a line, arrays of single values on one line."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    inner = "\n" + "  " * (indent + 1)
    outer = "\n" + "  " * indent
    if isinstance(value, list):
        each = [text(element, pretty, indent + 1) for element in value]
        if not pretty or not any(isinstance(element, (dict, list)) for element in value):
            return "[" + (", " if pretty else ",").join(each) + "]"
        return "[" + inner + ("," + inner).join(each) + outer + "]"
    each = [quoted(k) + (": " if pretty else ":") + text(v, pretty, indent + 1) for k, v in value.items()]
    if not pretty or not each:
        return "{" + ",".join(each) + "}"
    return "{" + inner + ("," + inner).join(each) + outer + "}"


# The files -----------------------------------------------------------------------------------------------------------------------

DATED = re.compile(r"g([0-9]{1,15})-[0-9]{8}T[0-9]{6}Z\.bak")


def base_name(path):
    """The name that those beside it begin with."""
    name = os.path.basename(path)
    if len(name.encode()) <= 200:
        return name
    cut = name
    while len(cut.encode()) > 100:
        cut = cut[:-1]
    return "%s~%08x" % (cut, crc32c(name.encode()))


def backup_names(path):
    """The newest first."""
    base = base_name(path)
    listed = set(os.listdir(os.path.dirname(path) or "."))
    dated = [(int(found[1]), name) for name in listed if name.startswith(base + ".")
             for found in [DATED.fullmatch(name[len(base) + 1:])] if found]
    names = [base + ".bak1", base + ".bak2"] + [name for _, name in sorted(dated, reverse=True)]
    return [os.path.join(os.path.dirname(path), name) for name in names if name in listed]


class Copy:
    """A file beside a save, or the save."""

    def __init__(self, path):
        self.path = path
        self.data = None
        self.seal = {}
        self.members = None
        try:
            with open(path, "rb") as file:
                self.data = file.read()
        except FileNotFoundError:
            self.state = "MISSING"
            return
        self.seal = check(self.data)
        self.members = members(self.data)
        if self.seal["seal"] == "NEWER":
            self.state = "NEWER"
        elif self.members is None or self.seal.get("damaged"):
            self.state = "INVALID"
        else:
            self.state = "SEALED" if self.seal["seal"] == "HOLDS" else "EDITED"

    @property
    def generation(self):
        return self.seal.get("gen", 0)

    @property
    def version(self):
        """What the document says; what the seal says, if somebody took that out."""
        said = (self.members or {}).get("$version")
        return int(said) if isinstance(said, Number) and said.isdigit() else self.seal.get("version") or None

    def is_usable(self):
        return self.state in ("SEALED", "EDITED")


def load(path, head=None):
    """Which file is the save, by the table of the specification. Takes no lock, and looks at no save that is under way."""
    live = Copy(path)
    backups = [Copy(each) for each in backup_names(path)]
    outcome, chosen = decide(live, backups)
    if chosen is not None and chosen.state != "NEWER" and is_newer(chosen, head):
        outcome = "NEWER"
    answer = {"outcome": outcome}
    if chosen is not None and chosen.members is not None:
        answer["source"] = os.path.basename(chosen.path)
        answer["version"] = chosen.version
        answer["seal"] = chosen.seal if chosen.state == "SEALED" else None
        answer["members"] = text({k: v for k, v in chosen.members.items() if k not in ("$version", "$save")}, False)
    return answer


def is_newer(copy, head):
    """Whether a program of that version must not write it back."""
    version = copy.version
    if head is None or version is None or version <= head:
        return False
    may_write = copy.seal.get("version") == version and 0 < copy.seal["writes"] <= head
    return not may_write


def decide(live, backups):
    if live.state == "NEWER":
        return "NEWER", live
    if live.state == "SEALED":
        later = any(each.state in ("SEALED", "NEWER") and each.generation > live.generation for each in backups)
        return ("EDITED" if later else "LOADED"), live
    if live.state == "EDITED":
        return "EDITED", live
    greatest = max((each.generation for each in backups), default=0)

    def number(copy):  # a backup that somebody edited, and that says no number, comes after the older ones
        return greatest + 1 if copy.generation == 0 and copy is backups[0] else copy.generation

    usable = max((each for each in backups if each.is_usable()), key=number, default=None)
    newer = max((each for each in backups if each.state == "NEWER"), key=lambda each: each.generation, default=None)
    if newer is not None and (usable is None or newer.generation > number(usable)):
        return "NEWER", newer
    if usable is not None:
        return "RECOVERED", usable
    if live.state == "MISSING" and not backups:
        return "FIRST_RUN", None
    # Nothing is whole. What reads all the same is better than nothing.
    for each in [live] + backups:
        if each.members is not None:
            return ("EDITED" if each is live else "RECOVERED"), each
    return "DAMAGED", None


def sealed(body, pretty, gen, parent, version):
    """A whole file. A program writes what it reads: every version is its own."""
    space, before, tail = ((" ", ",\n  ", '"}\n}\n') if pretty else ("", ",", '"}}\n'))
    time = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    seal = '"v":_2,_"gen":_%d,_"id":_"%s",_"parent":_"%s",_"time":_"%s",_"version":_%d,_"reads":_%d,_"writes":_%d,_"by":_%d,_"len":_'
    seal = seal.replace("_", space) % (gen, secrets.token_hex(8), parent, time, version, version, version, version)
    start = body + (before + '"$save":' + space + "{" + seal).encode()
    before_sum = (',%s"sum":%s"' % (space, space)).encode()
    digits = 1
    while len(str(len(start) + digits + len(before_sum))) != digits:
        digits += 1  # which count themselves
    start += str(len(start) + digits + len(before_sum)).encode() + before_sum
    return start + sums(start) + tail.encode()


def write(path, document, pretty=True):
    """Makes the members the next save: under a lock, into a file of its own, which then takes the save's name."""
    import fcntl

    directory = os.path.dirname(os.path.abspath(path))
    base = base_name(path)
    lock = os.open(os.path.join(directory, "." + base + ".lock"), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0x40000000)
        live = Copy(path)
        backups = [Copy(each) for each in backup_names(path)]
        temp_name = re.compile(re.escape("." + base + ".") + "[0-9a-f]{16}\\.tmp")
        if any(temp_name.fullmatch(name) for name in os.listdir(directory)):
            raise SystemExit("a save was not finished here: this script does not know what to do with it")
        if decide(live, backups)[0] not in ("LOADED", "FIRST_RUN"):
            raise SystemExit("this script replaces nothing but a whole save: " + decide(live, backups)[0])
        version = int(document.get("$version", live.version or 1))
        body = {"$version": Number(version)}
        body.update((k, v) for k, v in document.items() if not k.startswith("$"))
        body = text(body, pretty).encode()
        data = sealed(body[: body.rindex(b"\n" if pretty else b"}")], pretty, live.generation + 1,
                      live.seal.get("id", "0" * 16), version)
        temp = os.path.join(directory, ".%s.%s.tmp" % (base, secrets.token_hex(8)))
        with os.fdopen(os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if live.state == "SEALED":
            bak1, bak2 = (os.path.join(directory, base + end) for end in (".bak1", ".bak2"))
            if os.path.exists(bak1):
                os.replace(bak1, bak2)
            os.link(path, bak1)
        os.replace(temp, path)
        folder = os.open(directory, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    finally:
        os.close(lock)
    return {"gen": live.generation + 1}


def main(arguments):
    command, rest = arguments[0], arguments[1:]
    if command == "check":
        for path in rest:
            with open(path, "rb") as file:
                print(json.dumps(check(file.read())))
    elif command == "load":
        head = int(rest[1]) if rest[0] == "--head" else None
        for path in rest if head is None else rest[2:]:
            print(json.dumps(load(path, head)))
    elif command == "write":
        document = members(sys.stdin.buffer.read())
        if document is None:
            raise SystemExit("standard input is no JSON object")
        print(json.dumps(write(rest[-1], document, rest[0] != "--compact")))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(sys.argv[1:])

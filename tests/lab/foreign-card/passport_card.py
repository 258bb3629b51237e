"""An e-passport by Debian's vsmartcard-vpicc, in the reader of QEMU's that listens at a socket.

Arguments: a folder of files named by their four-digit identifier, the socket's path, and the places in MENDS of those to
leave out, which a test tries. Ends when QEMU does.
"""

import importlib.abc
import importlib.util
import os
import socket
import struct
import sys
import time

from mends import MENDS

PACKAGE = "virtualsmartcard"
# Debian's package puts its modules where no Python of Debian's looks.
FOLDER = "/usr/lib/python3/site-packages/virtualsmartcard"
APPLICATION = bytes.fromhex("a0000002471001")

# Messages of QEMU's ccid-card-passthru: three big-endian numbers (type, reader, length), then the payload.
HEADER = struct.Struct(">III")
INIT, READER_ADD, ATR, APDU = 1, 3, 5, 7
MAGIC, VERSION = b"VSCD", 0x0000_0002
NO_READER = 0xFFFF_FFFF


class Mender(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the package's modules with their mends; one that no longer fits is an error."""

    def __init__(self, without):
        if any(place >= len(MENDS) for place in without):
            raise SystemExit(f"there is no mend {max(without)}")
        self.kept = [mend for place, mend in enumerate(MENDS) if place not in without]

    def find_spec(self, name, path, target=None):
        if not name.startswith(f"{PACKAGE}.") or not self.mends(name):
            return None
        place = os.path.join(FOLDER, *name.split(".")) + ".py"
        return importlib.util.spec_from_file_location(name, place, loader=self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with open(module.__spec__.origin, encoding="utf-8") as file:
            source = file.read()
        for _, theirs, ours, why in self.mends(module.__name__):
            if theirs not in source:
                raise ImportError(f"{module.__name__} has no {theirs!r} to mend: {why}")
            source = source.replace(theirs, ours)
        exec(compile(source, module.__spec__.origin, "exec"), module.__dict__)

    def mends(self, name):
        return [mend for mend in self.kept if f"{PACKAGE}.{mend[0]}" == name]


def make_card(folder):
    from virtualsmartcard.cards.ePass import PassportSAM
    from virtualsmartcard.SmartcardFilesystem import DF, MF, TransparentStructureEF
    from virtualsmartcard.VirtualSmartcard import Iso7816OS

    master = MF()
    passport = DF(parent=master, fid=4, dfname=APPLICATION, bertlv_data=[])
    for name in sorted(os.listdir(folder)):
        number = int(name, 16)
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        short = number & 0x1F
        passport.append(TransparentStructureEF(parent=passport, fid=number, shortfid=short, data=content))
    master.append(passport)
    card = Iso7816OS(master, PassportSAM(master))
    # QEMU's reader knows T=0 only, and so must the answer to reset; its last bytes but one tell what the card can do.
    card.atr = Iso7816OS.makeATR(T=0, directConvention=True, histChars=card.atr[-6:-1])
    return card


def connect(path):
    for _ in range(600):
        try:
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(path)
            return connection
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"nobody listens at {path}")


def serve(card, connection):
    stream = connection.makefile("rwb")

    def send(kind, payload):
        stream.write(HEADER.pack(kind, 0, len(payload)) + payload)
        stream.flush()

    send(INIT, MAGIC + struct.pack(">II", VERSION, 0))
    send(READER_ADD, b"vpicc\0")
    card.powerUp()
    send(ATR, card.getATR())
    while header := stream.read(HEADER.size):
        kind, _, length = HEADER.unpack(header)
        payload = stream.read(length)
        if kind == APDU:
            send(APDU, card.execute(payload))


if __name__ == "__main__":
    sys.path.insert(0, FOLDER)
    files, path, *without = sys.argv[1:]
    sys.meta_path.insert(0, Mender([int(place) for place in without]))
    serve(make_card(files), connect(path))

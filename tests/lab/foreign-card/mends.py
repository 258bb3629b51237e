"""What Debian's vsmartcard-vpicc 3.3 needs so that its e-passport answers at all, piece by piece.

The card under test is theirs: file system, commands, basic access control, secure messaging. Each entry replaces one
piece of a module's source as it is loaded: (module, theirs, ours, why). README.md beside this file tells how it is known
that each is needed, and why each is a fault of theirs and not of the reader's. Section numbers are those of ICAO Doc
9303 part 11.
"""

DEBIAN_NAME = "Debian's module for this library has another name; touches no byte"

MENDS = [
    ("CryptoUtils", "from Crypto.Cipher import", "from Cryptodome.Cipher import", DEBIAN_NAME),
    ("CryptoUtils", "from Crypto.Hash import HMAC", "from Cryptodome.Hash import HMAC", DEBIAN_NAME),
    (
        "CryptoUtils",
        "result.append(chr(op(ord(string1[i]), ord(string2[i]))))\n    return \"\".join(result)",
        "result.append(op(string1[i], string2[i]))\n    return bytes(result)",
        "4.3.3: the seed of the session keys is the XOR of two keys; ord() of a byte ends their program instead",
    ),
    (
        "CryptoUtils",
        "data = inttostring(ssc) + data",
        "data = inttostring(ssc, 8) + data",
        "9.8.2: the send sequence counter is as long as a block of the cipher, here eight bytes; theirs drops leading "
        "zeros, so that one session in 256 has a MAC of its own kind",
    ),
    (
        "TLVutils",
        'return b"".join(result)',
        "return result",
        "9.8.4: data objects are part of every MAC; joining what is bytes already raises instead of encoding them",
    ),
    (
        "SEutils",
        'return_data = ["", ]',
        'return_data = [b"", ]',
        "9.8.4: the plain command begins with text, which takes no deciphered bytes (with the next)",
    ),
    (
        "SEutils",
        'data="".join(return_data)',
        'data=b"".join(return_data)',
        "9.8.4: the plain command is joined as text, which raises for every protected command with data",
    ),
    (
        "SEutils",
        '        return_data = ""\n',
        '        return_data = b""\n',
        "9.8.4: the response begins with text, to which no data object can be added",
    ),
    (
        "SEutils",
        'encrypted = "\\x01" + encrypted',
        'encrypted = b"\\x01" + encrypted',
        "9.8.4: the padding indicator of DO'87' is text, to which no cryptogram can be added",
    ),
    (
        "SEutils",
        '            return_data += encrypted_tlv\n\n        if sw == SW["NORMAL"]:',
        "            return_data += encrypted_tlv\n\n"
        "        return_data += pack([(0x99, 2, inttostring(sw, 2))])\n        if True:",
        "9.8.4: every protected response carries its status in DO'99' and a MAC in DO'8E' over it; theirs leaves out the "
        "first always and the second with every warning",
    ),
]

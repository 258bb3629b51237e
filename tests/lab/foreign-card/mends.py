"""What Debian's vsmartcard-vpicc 3.3 needs so that its e-passport works, said line by line.

The card under test is theirs: file system, commands, basic access control, secure messaging. Its passport was left
behind by Python 3, which tells text from bytes, and it leaves out one object that ICAO Doc 9303 part 11, 9.8.4 makes
mandatory. Each entry replaces one piece of a module's source as it is loaded: (module, theirs, ours, why).
"""

TEXT_FOR_BYTES = "text where Python 3 wants bytes"

MENDS = [
    ("CryptoUtils", "from Crypto.Cipher import", "from Cryptodome.Cipher import", "the library's name in Debian"),
    ("CryptoUtils", "from Crypto.Hash import HMAC", "from Cryptodome.Hash import HMAC", "the library's name in Debian"),
    (
        "CryptoUtils",
        "data = inttostring(ssc) + data",
        "data = inttostring(ssc, 8) + data",
        "the send sequence counter is eight bytes, also when the first are zero (9.8.6.2)",
    ),
    (
        "CryptoUtils",
        "result.append(chr(op(ord(string1[i]), ord(string2[i]))))\n    return \"\".join(result)",
        "result.append(op(string1[i], string2[i]))\n    return bytes(result)",
        TEXT_FOR_BYTES,
    ),
    ("TLVutils", 'return b"".join(result)', "return result", TEXT_FOR_BYTES),
    ("SEutils", 'return_data = ["", ]', 'return_data = [b"", ]', TEXT_FOR_BYTES),
    ("SEutils", "stringtoint(value[0])", "value[0]", TEXT_FOR_BYTES),
    ("SEutils", 'data="".join(return_data)', 'data=b"".join(return_data)', TEXT_FOR_BYTES),
    ("SEutils", '        return_data = ""\n', '        return_data = b""\n', TEXT_FOR_BYTES),
    ("SEutils", 'if result != "":', 'if result != b"":', TEXT_FOR_BYTES),
    ("SEutils", 'encrypted = "\\x01" + encrypted', 'encrypted = b"\\x01" + encrypted', TEXT_FOR_BYTES),
    (
        "SEutils",
        '            return_data += encrypted_tlv\n\n        if sw == SW["NORMAL"]:',
        "            return_data += encrypted_tlv\n\n"
        "        return_data += pack([(0x99, 2, inttostring(sw, 2))])\n        if True:",
        "every protected response carries its status in DO'99' and a MAC over it (9.8.4)",
    ),
    ("cards.ePass", '"\\x00\\x04\\x01\\x01"', 'b"\\x00\\x04\\x01\\x01"', TEXT_FOR_BYTES),
]

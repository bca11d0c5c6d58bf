"""A very small MongoDB client: enough of BSON and OP_MSG to make a replica set of one and to ask whether it is primary."""

from __future__ import annotations

import socket
import struct

REPLICA_SET = "rs0"
OP_MSG = 2013


class MongoRefused(Exception):
    """The server answered, and said no; carries its code name."""

    def __init__(self, answer: dict):
        super().__init__(answer.get("errmsg", "refused"))
        self.code_name = answer.get("codeName", "")


def encode(document: dict) -> bytes:
    body = b"".join(_element(name, value) for name, value in document.items())
    return struct.pack("<i", len(body) + 5) + body + b"\x00"


def _element(name: str, value) -> bytes:
    key = name.encode() + b"\x00"
    if isinstance(value, bool):
        return b"\x08" + key + bytes([value])
    if isinstance(value, int):
        return b"\x10" + key + struct.pack("<i", value)
    if isinstance(value, str):
        text = value.encode() + b"\x00"
        return b"\x02" + key + struct.pack("<i", len(text)) + text
    if isinstance(value, dict):
        return b"\x03" + key + encode(value)
    if isinstance(value, list):
        return b"\x04" + key + encode({str(i): item for i, item in enumerate(value)})
    raise TypeError(f"cannot encode {type(value).__name__}")


def decode(data: bytes) -> dict:
    return _document(data, 0)[0]


def _document(data: bytes, at: int) -> tuple[dict, int]:
    end = at + struct.unpack_from("<i", data, at)[0]
    at += 4
    found: dict = {}
    while data[at] != 0:
        kind = data[at]
        stop = data.index(b"\x00", at + 1)
        name = data[at + 1:stop].decode()
        found[name], at = _value(kind, data, stop + 1)
    return found, end


def _value(kind: int, data: bytes, at: int):
    fixed = {0x01: "<d", 0x09: "<q", 0x10: "<i", 0x11: "<Q", 0x12: "<q", 0x08: "<?"}
    if kind in fixed:
        return struct.unpack_from(fixed[kind], data, at)[0], at + struct.calcsize(fixed[kind])
    if kind == 0x02:
        size = struct.unpack_from("<i", data, at)[0]
        return data[at + 4:at + 3 + size].decode(), at + 4 + size
    if kind == 0x03:
        return _document(data, at)
    if kind == 0x04:
        found, end = _document(data, at)
        return list(found.values()), end
    if kind == 0x05:
        size = struct.unpack_from("<i", data, at)[0]
        return data[at + 5:at + 5 + size], at + 5 + size
    if kind == 0x07:
        return data[at:at + 12].hex(), at + 12
    if kind == 0x0A:
        return None, at
    raise ValueError(f"BSON type {kind:#x} is not known here")


def command(port: int, body: dict, timeout: float = 3.0) -> dict:
    """Runs one command on 127.0.0.1 against `admin`; raises OSError when nobody answers, MongoRefused when it says no."""
    message = struct.pack("<I", 0) + b"\x00" + encode({**body, "$db": "admin"})
    with socket.create_connection(("127.0.0.1", port), timeout) as link:
        link.sendall(struct.pack("<iiii", len(message) + 16, 1, 0, OP_MSG) + message)
        size = struct.unpack("<i", _exactly(link, 4))[0]
        answer = decode(_exactly(link, size - 4)[12 + 5:])
    if answer.get("ok") != 1.0:
        raise MongoRefused(answer)
    return answer


def _exactly(link: socket.socket, size: int) -> bytes:
    parts = b""
    while len(parts) < size:
        part = link.recv(size - len(parts))
        if not part:
            raise ConnectionError("connection closed")
        parts += part
    return parts


def ensure_primary(port: int) -> bool:
    """One step towards a primary: initiates the set, or moves it to this port; true once it takes writes."""
    try:
        hello = command(port, {"hello": 1})
        if hello.get("isWritablePrimary"):
            return True
        _configure(port)
    except (OSError, MongoRefused):
        pass
    return False


def _configure(port: int) -> None:
    here = f"127.0.0.1:{port}"
    try:
        config = command(port, {"replSetGetConfig": 1})["config"]
    except MongoRefused as refused:
        if refused.code_name == "NotYetInitialized":
            members = [{"_id": 0, "host": here}]
            command(port, {"replSetInitiate": {"_id": REPLICA_SET, "members": members}}, timeout=20)
        return
    if config["members"][0]["host"] != here:
        moved = {"_id": REPLICA_SET, "version": config["version"] + 1, "members": [{"_id": 0, "host": here}]}
        command(port, {"replSetReconfig": moved, "force": True}, timeout=20)

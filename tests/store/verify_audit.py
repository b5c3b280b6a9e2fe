#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the chain of a review, from docs/AUDIT.md alone: verify_audit.py FILE [SEQ HEAD]"""
import hashlib, json, re, sqlite3, sys

def sha(*parts):
    return hashlib.sha256(b"".join(p.encode() if isinstance(p, str) else p for p in parts)).digest()

def canonical(text):
    value = json.loads(text)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text

def check(db, anchor_seq, anchor_head):
    head, last, before = bytes(32), 0, ""
    erased = {json.loads(b)["seq"] for b, in db.execute(
        "SELECT body FROM event WHERE type = 'content.erased' AND body IS NOT NULL")}
    for seq, at, actor, session, typ, record, body, salt, content, stored in db.execute(
            "SELECT seq, at, actor, session, type, record, body, salt, content, head"
            " FROM event ORDER BY seq"):
        if seq != last + 1:
            return f"event {last + 1} is missing"
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", at) or at < before:
            return f"event {seq}: its instant is wrong"
        if body is None and salt is None:
            if seq not in erased:
                return f"event {seq}: its content is gone"
        elif sha("lookback-body-1\n", salt.hex(), "\n", body) != content:
            return f"event {seq}: its body was altered"
        elif not canonical(body):
            return f"event {seq}: its body is not canonical"
        leaf = sha("lookback-event-1\n", "".join(f"{x}\n" for x in (
            seq, at, actor, session, typ, record, content.hex())))
        head = sha("lookback-head-1\n", head.hex(), "\n", leaf.hex(), "\n")
        if head != stored:
            return f"event {seq}: it does not follow the one before"
        if seq == anchor_seq and head.hex() != anchor_head:
            return f"event {seq}: the anchor has another head"
        last, before = seq, at
    if anchor_seq > last:
        return f"event {anchor_seq} of the anchor is missing"
    print(f"{last} events, head {head.hex()}")

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
fault = check(db, int(sys.argv[2]) if len(sys.argv) > 2 else 0, sys.argv[3] if len(sys.argv) > 3 else "")
sys.exit(fault)

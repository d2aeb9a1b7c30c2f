#!/usr/bin/env python3
"""Trims the AWS-managed policies to what the emulator reads: name, path, current version, dates, document.

usage: managed.py FILE     e.g. managed.py ../../shared/aws-iam/managed-policies.json.gz

Writes managed-policies.json.gz into the emulator's resources, always the same bytes for the same input. The documents are AWS's,
as it publishes them; they were collected by moto (Apache-2.0): see NOTICE.
"""

import gzip
import json
import pathlib
import sys

TARGET = (pathlib.Path(__file__).resolve().parent.parent
          / "src/main/resources/groundschool/emulator/iam/managed-policies.json.gz")


def main():
    policies = json.load(gzip.open(sys.argv[1]))
    trimmed = {name: {"path": policy.get("Path", "/"), "version": policy["DefaultVersionId"], "createdAt": policy["CreateDate"],
                      "updatedAt": policy["UpdateDate"],
                      "document": json.dumps(policy["Document"], separators=(",", ":"))}
               for name, policy in sorted(policies.items())}
    with open(TARGET, "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", mtime=0, filename="") as packed:
        packed.write(json.dumps(trimmed, separators=(",", ":")).encode())


if __name__ == "__main__":
    main()

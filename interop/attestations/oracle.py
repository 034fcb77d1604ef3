"""Judges the field `attestations` of uploads as PyPI does: pypi-attestations and sigstore-python verify.

Reads {"trust", "cases": [{"field", "filename", "sha256", "repository", "workflow"}]} from the file named by the first
argument, writes a JSON list of answers to standard output, in the same order: `accepted`, or why not. `trust` is a
Sigstore client trust configuration. What is PyPI's own comes from its rules: the limits of the list (A-04, A-05, A-14)
and the words around the reason.
"""

import json
import sys

import pypi_attestations._impl as implementation
from pydantic import TypeAdapter, ValidationError
from pypi_attestations import Attestation, AttestationType, Distribution, GitHubPublisher, VerificationError
from sigstore.models import ClientTrustConfig
from sigstore.verify import Verifier

MOST = len(AttestationType)


def trust(configuration):
    trusted_root = ClientTrustConfig.from_json(json.dumps(configuration)).trusted_root

    class TestInstance:
        @staticmethod
        def production(offline=False):
            return Verifier(trusted_root=trusted_root)

    # The library offers no other way to name an instance.
    implementation.Verifier = TestInstance


def judge(case):
    try:
        attestations = TypeAdapter(list[Attestation]).validate_json(case["field"])
    except ValidationError as error:
        return f"Malformed attestations: {error}"
    if not attestations:
        return "Malformed attestations: an empty attestation set is not permitted"
    if len(attestations) > MOST:
        return f"A maximum of {MOST} attestations per file are supported"
    publisher = GitHubPublisher(repository=case["repository"], workflow=case["workflow"])
    distribution = Distribution(name=case["filename"], digest=case["sha256"])
    types = set()
    for attestation in attestations:
        try:
            kind, _predicate = attestation.verify(publisher, distribution)
        except VerificationError as error:
            return f"Could not verify the uploaded artifact using the included attestation: {error}"
        except Exception as error:
            return f"Unknown error while trying to verify included attestations: {error}"
        if kind in types:
            return f"Multiple attestations for the same file with the same predicate type ({kind}) are not supported"
        types.add(kind)
    return "accepted"


with open(sys.argv[1], encoding="utf-8") as file:
    task = json.load(file)
trust(task["trust"])
json.dump([judge(case) for case in task["cases"]], sys.stdout)

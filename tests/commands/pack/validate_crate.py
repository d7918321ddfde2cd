"""Validates RO-Crates with roc-validator: validate_crate.py CONTEXT PROFILE FOLDER.

The validator fetches the JSON-LD context of RO-Crate 1.1 from the network; here it is given the copy that the package
rocrate ships, so that the check needs none. Prints one JSON object: the issues, required and recommended.
"""

import json
import sys

from rocrate_validator import models, services
from rocrate_validator.utils import document_loader, http

CONTEXT_URL = "https://w3id.org/ro/crate/1.1/context"

context_path, profile, folder = sys.argv[1:]
with open(context_path, encoding="utf-8") as file:
    CONTEXT = json.load(file)


def fetch(url, *_arguments, **_options):
    """Stands for the network: there is one document."""
    if url != CONTEXT_URL:
        raise RuntimeError(f"Cannot fetch {url}: only {CONTEXT_URL} is wanted")
    return CONTEXT


class Answer:
    """What a request for the context comes back with."""

    status_code = 200
    headers = {"Content-Type": "application/ld+json"}
    ok = True

    @staticmethod
    def json():
        return CONTEXT

    @staticmethod
    def raise_for_status():
        return None


def answer(_requester, url, *_arguments, **_options):
    fetch(url)
    return Answer


document_loader._fetch_json_ld = fetch
http.HttpRequester.get = answer
http.HttpRequester.head = answer
settings = services.ValidationSettings(
    rocrate_uri=folder,
    profile_identifier=profile,
    requirement_severity=models.Severity.RECOMMENDED,
    metadata_only=False,
)
result = services.validate(settings)
issues = [
    {
        "severity": issue.severity.name,
        "check": issue.check.identifier,
        "message": issue.message,
        "entity": issue.violatingEntity,
    }
    for issue in result.get_issues()
]
print(json.dumps({"checks": len(result.executed_checks), "issues": issues}, default=str))

"""Judges a batch of texts with the libraries that PyPI uses.

Reads a JSON list of {"kind", "value"} from the file named by the first argument, writes a JSON list of verdicts to
the file named by the second, in the same order. A verdict is a text; `unhandled` stands for a failure the library did
not mean.
"""

import json
import sys

import email_validator
import rfc3986
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.metadata import InvalidMetadata, Metadata
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidName, canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version


def name(value):
    return f"valid {canonicalize_name(value, validate=True)}"


def version(value):
    parsed = Version(value)
    return f"valid {parsed} {parsed.local}"


def specifier(value):
    SpecifierSet(value)
    return "valid"


def requirement(value):
    parsed = Requirement(value)
    return f"valid {parsed.name} {parsed.url}"


def license_expression(value):
    canonicalize_license_expression(value)
    return "valid"


def wheel(value):
    parsed_name, parsed_version, _build, tags = parse_wheel_filename(value)
    return f"valid {parsed_name} {parsed_version} {' '.join(sorted({tag.platform for tag in tags}))}"


def sdist(value):
    parsed_name, parsed_version = parse_sdist_filename(value)
    return f"valid {parsed_name} {parsed_version}"


def email_address(value):
    email_validator.validate_email(value, check_deliverability=False)
    return "valid"


def web_address(value):
    uri = rfc3986.uri_reference(value).normalize()
    validator = rfc3986.validators.Validator().allow_schemes("http", "https").require_presence_of("scheme")
    validator.check_validity_of("scheme", "host", "port", "path", "query").validate(uri)
    return "valid"


def representation(value):
    return repr(value)


def field(raw_name):
    def judge(value):
        raw = {"metadata_version": "2.5", "name": "pkg", "version": "1", raw_name: value}
        Metadata.from_raw(raw)
        return "valid"

    return judge


def listed(raw_name):
    judge = field(raw_name)
    return lambda value: judge([value])


FIELDS = {
    "metadata_version": field("metadata_version"),
    "summary": field("summary"),
    "description_content_type": field("description_content_type"),
    "requires_python": field("requires_python"),
    "requires_dist": listed("requires_dist"),
    "provides_extra": listed("provides_extra"),
    "dynamic": listed("dynamic"),
    "license_expression": field("license_expression"),
    "license_file": listed("license_files"),
    "import_name": listed("import_names"),
}

JUDGES = {
    "name": name,
    "version": version,
    "specifier": specifier,
    "requirement": requirement,
    "license": license_expression,
    "wheel": wheel,
    "sdist": sdist,
    "email": email_address,
    "url": web_address,
    "repr": representation,
    **FIELDS,
}

REFUSALS = (
    InvalidLicenseExpression,
    InvalidMetadata,
    InvalidName,
    InvalidRequirement,
    InvalidSpecifier,
    InvalidVersion,
    email_validator.EmailNotValidError,
    rfc3986.exceptions.RFC3986Exception,
)


def judge(case):
    try:
        return JUDGES[case["kind"]](case["value"])
    except ExceptionGroup as group:
        return f"invalid {group.exceptions[0]}"
    except REFUSALS as error:
        # SpecifierSet fails inside Requirement, which is a failure nobody expects there.
        expected = case["kind"] != "requirement" or isinstance(error, InvalidRequirement)
        return "invalid" if expected and case["kind"] not in FIELDS else "unhandled"
    except ValueError as error:
        # Both readers of file names raise subclasses of it.
        return f"invalid {error}" if case["kind"] in {"wheel", "sdist"} else "unhandled"
    except Exception:
        return "unhandled"


if __name__ == "__main__":
    sys.setrecursionlimit(1000)
    with open(sys.argv[1], encoding="utf-8") as file:
        verdicts = [judge(case) for case in json.load(file)]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(verdicts, file)

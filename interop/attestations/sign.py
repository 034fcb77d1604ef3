"""Signs a distribution as `pypi-attestations sign` does, with the Sigstore instance of a client trust configuration.

Arguments: the configuration, a file with an identity token, the distribution. Writes the attestation to standard output.
"""

import pathlib
import sys

from pypi_attestations import Attestation, Distribution
from sigstore.models import ClientTrustConfig
from sigstore.oidc import IdentityToken
from sigstore.sign import SigningContext

configuration, token, distribution = (pathlib.Path(argument) for argument in sys.argv[1:])
trust = ClientTrustConfig.from_json(configuration.read_text())
with SigningContext.from_trust_config(trust).signer(IdentityToken(token.read_text())) as signer:
    print(Attestation.sign(signer, Distribution.from_file(distribution)).model_dump_json())

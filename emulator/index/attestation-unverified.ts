/** The verifier says no: the reason follows `Verification failed: ` in the index's answer (rule A-08). */
export class Unverified extends Error {
  override readonly name = "Unverified";
}

/** The verifier gives up on an attestation in another way than by a no (rule A-06). */
export class Unverifiable extends Error {
  override readonly name = "Unverifiable";
}

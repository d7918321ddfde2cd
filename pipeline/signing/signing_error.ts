/** A key or a signature that cannot be used, or does not hold. */
export class SigningError extends Error {
  override readonly name = "SigningError";
}

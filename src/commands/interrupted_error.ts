/** Work that Ctrl-C, or what counts as it, has ended; exit code 130. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

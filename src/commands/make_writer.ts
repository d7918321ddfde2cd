/**
 * Makes a function that writes to this program's output, and goes silent when nobody reads it any more.
 *
 * @param stream Standard output or error.
 * @param onClosed Called once when it is found closed.
 */
export function makeWriter(
  stream: { writeSync(bytes: Uint8Array): number },
  onClosed: () => void,
): (text: string) => void {
  let isOpen = true;
  return (text) => {
    if (!isOpen) return;
    const bytes = new TextEncoder().encode(text);
    try {
      for (let at = 0; at < bytes.length;) at += stream.writeSync(bytes.subarray(at));
    } catch {
      isOpen = false;
      onClosed();
    }
  };
}

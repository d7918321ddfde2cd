/** Frames of the machinery between a step and the error: this engine, and tfjs. */
const MACHINERY = /\/src\/engine\/|\/node_modules\/|\b(?:ext|node|native|deno):/;
const PLACE = /\(?((?:file|https?):\/\/[^\s()]+?:\d+):\d+\)?$/;

/**
 * Finds the line of a step that an error came from: the innermost frame outside the engine and tfjs.
 *
 * @param error What was thrown.
 * @returns File and line, such as `src/training/gan_step.ts:47`, relative to the current folder where it lies within; or
 * `undefined` when no frame tells.
 */
export function locateStep(error: Error): string | undefined {
  for (const frame of (error.stack ?? "").split("\n")) {
    const place = PLACE.exec(frame.trim())?.[1];
    if (place === undefined || MACHINERY.test(place)) continue;
    return shorten(place);
  }
  return undefined;
}

/** Projects lie in other folders on other machines, but their `src/` reads the same. */
function shorten(place: string): string {
  const at = place.lastIndexOf("/src/");
  return at < 0 ? place.replace(/^file:\/\//, "") : place.slice(at + 1);
}

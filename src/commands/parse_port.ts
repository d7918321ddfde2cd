import { UsageError } from "./usage_error.ts";

const MOST = 65_535;

/**
 * Reads the number of a port.
 *
 * @param text As typed; absent for none.
 * @throws {UsageError} If it is not one.
 */
export function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= MOST) return port;
  throw new UsageError(
    `Cannot read "--port": it must be an integer from 1 to ${MOST}: value is ${text}`,
  );
}

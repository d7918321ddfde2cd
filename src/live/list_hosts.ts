import { hostname } from "node:os";

const ANY = ["0.0.0.0", "::"];
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Lists the names under which a server may be asked, the one to tell people first.
 *
 * @param host Where it listens.
 * @param port On which port.
 * @returns Names and addresses with the port, as a browser writes them into `Host`.
 */
export function listHosts(host: string, port: number): Set<string> {
  const own = wrap(host);
  const names = ANY.includes(host)
    ? [hostname(), ...Deno.networkInterfaces().map(({ address }) => wrap(address)), ...LOOPBACK]
    : LOOPBACK.includes(own)
    ? [own, ...LOOPBACK]
    : [own];
  // A browser writes names in lower case.
  const asked = names.map((name) => name.toLowerCase());
  return new Set(asked.map((name) => port === 80 ? name : `${name}:${port}`));
}

function wrap(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}

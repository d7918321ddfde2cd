import { createHash, timingSafeEqual } from "node:crypto";

/** Who may ask for what. */
export interface Access {
  /** First part of every path. */
  readonly token: string;
  /** Names and addresses, with the port, under which the server may be asked: no others, as a page elsewhere may have its own name point here. */
  readonly hosts: ReadonlySet<string>;
}

/**
 * Checks a request before anything is done for it.
 *
 * @param request The request.
 * @param access Token and hosts.
 * @returns The parts of its path behind the token, decoded; or why it is refused.
 */
export function checkAccess(request: Request, access: Access): string[] | Response {
  if (request.method !== "GET") return refuse(405, "only GET is answered");
  if (!access.hosts.has(request.headers.get("host") ?? "")) {
    return refuse(421, "this server is not asked by that name");
  }
  const [, token = "", ...rest] = new URL(request.url).pathname.split("/");
  // The same answer for a wrong token as for an unknown page.
  if (!isSame(token, access.token)) return refuse(404, "there is no such page");
  try {
    return rest.map(decodeURIComponent);
  } catch {
    return refuse(404, "there is no such page");
  }
}

/** Refuses a request in a line of text. */
export function refuse(status: number, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** Compares digests, which are as long whatever is compared, in a time that tells nothing. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

import { type Access, checkAccess, refuse } from "./check_access.ts";
import { listHosts } from "./list_hosts.ts";
import { renderLiveIndex, renderLivePage } from "./render_live_page.ts";
import { streamEvents } from "./stream_events.ts";
import type { LiveView, LiveViews } from "./live_view.ts";

/** A server that shows experiments while they run. */
export interface LiveServer {
  readonly port: number;
  /** Address of an experiment's page, or of the list of all. */
  readonly locate: (name?: string) => string;
  close(): Promise<void>;
}

/** Sent with every answer: nothing is kept, guessed, framed, or shown to another site. */
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const HTML = { "content-type": "text/html; charset=utf-8" };
const EVENTS = { "content-type": "text/event-stream" };

/**
 * Opens a server that shows experiments, to those who know its token.
 *
 * @param views What it shows.
 * @param options Where it listens, and the token, which is part of every address; port 0 takes any.
 * @throws {Deno.errors.AddrInUse} If the port is taken.
 */
export function openLiveServer(
  views: LiveViews,
  options: { readonly host: string; readonly port: number; readonly token: string },
): LiveServer {
  const { host, token } = options;
  let access: Access = { token, hosts: new Set() };
  const server = Deno.serve({
    hostname: host,
    port: options.port,
    onListen: () => {},
    onError: () => refuse(500, "the page cannot be made"),
  }, (request) => {
    const path = checkAccess(request, access);
    const response = path instanceof Response ? path : answer(views, path, request);
    for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
    return response;
  });
  const { port } = server.addr;
  const hosts = listHosts(host, port);
  access = { token, hosts };
  const [first] = hosts;
  return {
    port,
    locate: (name) =>
      `http://${first}/${token}/${name === undefined ? "" : `${encodeURIComponent(name)}/`}`,
    close: () => server.shutdown(),
  };
}

function answer(views: LiveViews, path: readonly string[], request: Request): Response {
  const [name = "", file = "", ...rest] = path;
  if (name === "" && path.length === 1) {
    return new Response(views.readIndex() ?? renderLiveIndex(views.listNames()), { headers: HTML });
  }
  const view = rest.length === 0 ? views.find(name) : null;
  // Without the last slash, or as the list of a results folder names it.
  if (view !== null && (path.length === 1 || file === "report.html")) {
    const location = path.length === 1 ? `${encodeURIComponent(name)}/` : "./";
    return new Response(null, { status: 302, headers: { location } });
  }
  if (view === null) return refuse(404, "there is no such page");
  switch (file) {
    case "":
      view.update();
      return new Response(renderLivePage(view), { headers: HTML });
    case "report":
      view.noteFetch();
      return new Response(view.document, { headers: HTML });
    case "events":
      return follow(view, request);
    default:
      return refuse(404, "there is no such page");
  }
}

function follow(view: LiveView, request: Request): Response {
  const lastId = new URL(request.url).searchParams.get("after");
  const { body, sent } = streamEvents(view.channel, lastId, () => leave());
  const leave = view.addViewer(sent);
  return new Response(body, { headers: EVENTS });
}

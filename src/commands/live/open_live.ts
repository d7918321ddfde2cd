import { EnvironmentError, withEnvironment } from "../../../pipeline/mod.ts";
import { openLiveServer } from "../../live/open_live_server.ts";
import { FollowedViews } from "./followed_views.ts";
import { requirePlace } from "../require_place.ts";
import { keepLiveAddress, readLiveAddress } from "./live_address.ts";

/** How often journals are looked at. */
const POLL_MS = 300;
/** How long viewers have to take the last state of a run. */
const SETTLE_MS = 5_000;
const ANSWER_MS = 2_000;
const LOOPBACK = "127.0.0.1";

/** Where pages are served. */
export interface LiveOptions {
  /** The one that the results folder had, unless given. */
  readonly port?: number;
  /** Loopback, unless given. */
  readonly host?: string;
}

/** Pages that are served. */
export interface OpenLive {
  /** Address of an experiment's page, or of the list of all. */
  readonly locate: (name?: string) => string;
  /** Waits for viewers to have what is known, and ends. */
  close(): Promise<void>;
}

/**
 * Serves the pages of a results folder. Where another process serves it already, that one is left to do so, unless another
 * interface than loopback is asked for.
 *
 * @param results The results folder.
 * @param options Host and port.
 * @throws {UsageError} If a file has the folder's name.
 * @throws {EnvironmentError} If the port that was asked for, or the host, cannot be had; or the folder cannot be made.
 */
export async function openLive(results: string, options: LiveOptions): Promise<OpenLive> {
  const { host = LOOPBACK } = options;
  const kept = readLiveAddress(results);
  const port = options.port ?? kept.port;
  const isKept = port === kept.port && port !== 0 && host === LOOPBACK;
  const found = isKept ? await findServed(kept) : null;
  if (found !== null) return found;
  await requirePlace(results, "folder", "serve");
  await withEnvironment(`serve "${results}"`, () => Deno.mkdir(results, { recursive: true }));
  const views = new FollowedViews(results);
  const open = (port: number) => openLiveServer(views, { host, port, token: kept.token });
  let server;
  try {
    server = open(port);
  } catch (error) {
    if (options.port !== undefined || !(error instanceof Deno.errors.AddrInUse)) {
      throw new EnvironmentError(
        `Cannot serve on "${host}:${port}": ${
          (error as Error).message
        }. Name another with --host or --port`,
        { cause: error },
      );
    }
    server = open(0);
  }
  keepLiveAddress(results, { port: server.port, token: kept.token });
  const ticker = setInterval(() => views.update(), POLL_MS);
  return {
    locate: server.locate,
    close: async () => {
      views.update();
      for (const end = performance.now() + SETTLE_MS; performance.now() < end;) {
        if (views.areSettled) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      clearInterval(ticker);
      views.close();
      // Streams of viewers have no end of their own, and end with the process.
      void server.close();
    },
  };
}

/** The pages that another process serves under an address; null if none does. */
async function findServed(
  { port, token }: { readonly port: number; readonly token: string },
): Promise<OpenLive | null> {
  const root = `http://${LOOPBACK}:${port}/${token}/`;
  try {
    const response = await fetch(root, { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    if (!response.ok) return null;
  } catch {
    return null;
  }
  return {
    locate: (name) => name === undefined ? root : `${root}${encodeURIComponent(name)}/`,
    close: () => Promise.resolve(),
  };
}

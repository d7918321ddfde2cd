import type { LiveChannel } from "./live_channel.ts";

/** A comment goes out at least so often, by which a connection that is gone is found. */
const HEARTBEAT_MS = 15_000;

/** A viewer's stream. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The revision that has been handed over. */
  readonly sent: () => number;
}

/**
 * Streams the parts of a page as server-sent events: those that changed since what the viewer has, then each that changes.
 * An event's id is `<origin>.<revision>`.
 *
 * @param channel The parts.
 * @param lastId Id of the last event that the viewer had; null for none. One of another process counts as none.
 * @param onEnd Called once when the viewer is gone.
 */
export function streamEvents(
  channel: LiveChannel,
  lastId: string | null,
  onEnd: () => void,
): EventStream {
  const ended = new AbortController();
  const encoder = new TextEncoder();
  let sent = readRevision(channel, lastId);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    // Called when the viewer has taken what it was given: a slow one is given less often, and the newest.
    async pull(controller) {
      const due = AbortSignal.any([ended.signal, AbortSignal.timeout(HEARTBEAT_MS)]);
      await channel.waitAfter(sent, due);
      if (ended.signal.aborted) return;
      const parts = channel.listSince(sent);
      const events = parts.map(({ name, text, revision }) =>
        `id: ${channel.origin}.${revision}\ndata: ${JSON.stringify({ name, text })}\n\n`
      );
      sent = channel.revision;
      controller.enqueue(encoder.encode(events.length === 0 ? ":\n\n" : events.join("")));
    },
    cancel() {
      ended.abort();
      onEnd();
    },
  }, { highWaterMark: 0 });
  return { body, sent: () => sent };
}

function readRevision({ origin, revision }: LiveChannel, lastId: string | null): number {
  const [from, number] = lastId?.split(".") ?? [];
  const wanted = Number(number);
  return from === origin && Number.isInteger(wanted) && wanted <= revision ? wanted : 0;
}

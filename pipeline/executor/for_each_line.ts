/** A line that is longer is taken in pieces. */
const MOST_LENGTH = 2 ** 24;

/**
 * Reads a stream of text line by line.
 *
 * @param stream UTF-8; what is not is replaced.
 * @param take Gets each line without its end; the last one too if it has none.
 */
export async function forEachLine(
  stream: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  let rest = "";
  for await (
    const text of stream.pipeThrough(new TextDecoderStream() as never) as ReadableStream<string>
  ) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    lines.forEach(take);
    if (rest.length > MOST_LENGTH) {
      take(rest);
      rest = "";
    }
  }
  if (rest !== "") take(rest);
}

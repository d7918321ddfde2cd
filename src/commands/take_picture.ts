import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EnvironmentError } from "../../pipeline/mod.ts";

/** How a picture is taken. */
export interface PictureOptions {
  /** Path of a Chromium. */
  readonly browser: string;
  /** Pixels of the page; Chromium draws pictures of at most 16,384 pixels a side. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each pixel of the page. */
  readonly scale: number;
}

/**
 * Takes a picture of the top of a page, as a browser shows it.
 *
 * @param page Path of an HTML file.
 * @param options How large, and with what.
 * @returns A PNG file.
 * @throws {EnvironmentError} If the browser takes no picture.
 */
export async function takePicture(
  page: string,
  { browser, width, height, scale }: PictureOptions,
): Promise<Uint8Array> {
  const refusal = `Cannot take a picture of "${page}" with "${browser}"`;
  const folder = await Deno.makeTempDir();
  try {
    const picture = join(folder, "picture.png");
    const { success, stderr } = await new Deno.Command(browser, {
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        `--user-data-dir=${join(folder, "profile")}`,
        `--force-device-scale-factor=${scale}`,
        `--window-size=${width},${height}`,
        `--screenshot=${picture}`,
        pathToFileURL(page).href,
      ],
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!success) {
      const last = new TextDecoder().decode(stderr).trim().split("\n").pop();
      throw new EnvironmentError(`${refusal}: it ended with an error: ${last}`);
    }
    return await Deno.readFile(picture).catch((cause) => {
      throw new EnvironmentError(`${refusal}: it wrote none; a Chromium is wanted`, { cause });
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

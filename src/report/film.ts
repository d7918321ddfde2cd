/** One picture of a film. */
export interface Frame {
  readonly seed: number;
  readonly step: number;
  /** Trusted markup: what the page writes above the picture. */
  readonly caption: string;
  /** Trusted markup: an image, a plot, or a sentence where there is none. */
  readonly content: string;
}

/** What a film is rendered with. */
export interface RenderFilmOptions {
  /** Trusted markup of the name. */
  readonly title: string;
  /** Class of the figure. */
  readonly kind: string;
}

/**
 * Renders pictures of which the page shows one at a time: without a script the last step of the first seed,
 * with it the one that the slider and the seed choice point to.
 *
 * @param frames In order of seed, then step.
 * @param options Name and kind.
 * @returns A `<figure>`.
 */
export function renderFilm(frames: readonly Frame[], options: RenderFilmOptions): string {
  const shown = frames.findLastIndex((frame) => frame.seed === frames[0].seed);
  const pictures = frames.map((frame, index) =>
    `<div data-frame data-seed="${frame.seed}" data-step="${frame.step}"${
      index === shown ? "" : " hidden"
    }><p class="when">${frame.caption}</p>${frame.content}</div>`
  );
  return `<figure class="film ${options.kind}" data-film><figcaption>${options.title}</figcaption>${
    pictures.join("")
  }</figure>`;
}

import type { FeatureMatrix } from "../feature_matrix.ts";
import type { Frame } from "./copy_points.ts";

/** Two sets of points, whose products are screened tile by tile: 4 rows against a panel of 8 columns. */
export interface ScreenTiles {
  /** Squared lengths of the rows as laid out, [n]. */
  readonly rowNorms: Float64Array;
  /** Squared lengths of the columns as laid out, [m]. */
  readonly columnNorms: Float64Array;
  /** Bounds of rows: near[4] whole[4] of each quad; Infinity at first, and so for padding. */
  readonly rowBounds: Float32Array;
  /** Bounds of columns: whole[8] near[8] of each panel; Infinity at first, and so for padding. */
  readonly columnBounds: Float32Array;
  /** Dot products of a tile for which `screen()` found a pair, until it is called again, [4, 8]. */
  readonly products: Float32Array;
  /** Quads of a block: tiles that are screened one after the other, row by row. */
  readonly quadsAtOnce: number;
  /** Panels of a block. */
  readonly panelsAtOnce: number;
  /** Begins with a block. */
  begin(block: TileBlock): void;
  /**
   * Screens one tile of the block: bit 8 r + c of the result is set where
   * row[r] · column[c] >= min (near[r] + whole[c], whole[r] + near[c]).
   */
  screen(quad: number, panel: number): number;
}

/** Tiles of some quads and some panels, each from the first to before the end. */
export interface TileBlock {
  readonly firstQuad: number;
  readonly endQuad: number;
  readonly firstPanel: number;
  readonly endPanel: number;
}

/** What is laid out in tiles. */
export interface TilePoints {
  /** The one set, [n, d]. */
  readonly rows: FeatureMatrix;
  /** The other, [m, d]. */
  readonly columns: FeatureMatrix;
  /** What both are shifted and scaled by. */
  readonly frame: Frame;
}

import { drawFilms, loadPicture, saveFile } from "./page/draw_picture.ts";
import { computeCrc, deflatePixels, encodeAnimation, makeChunk } from "./page/encode_animation.ts";
import { chooseForm, fillAttribute, fillMessage } from "./page/fill_message.ts";
import { freezeSvg, listFrozenProperties } from "./page/freeze_svg.ts";
import { makeControl, makeSignControl } from "./page/make_element.ts";
import { makeNumberConverter } from "./page/make_number_converter.ts";
import { listCells, readNumber, readParts, readTable, readText } from "./page/read_table.ts";
import {
  addZoom,
  describeNumbers,
  readBlock,
  restoreRows,
  setUpExplore,
} from "./page/set_up_explore.ts";
import { connectExport, makeSaveButton, saveChart, setUpExport } from "./page/set_up_export.ts";
import { connectFilms, setUpFilms } from "./page/set_up_films.ts";
import { setUpPreferences } from "./page/set_up_preferences.ts";
import { setUpReadouts } from "./page/set_up_readouts.ts";
import { copyText, setUpTables, sortTable } from "./page/set_up_tables.ts";
import { setUpZoom } from "./page/set_up_zoom.ts";
import { startPage } from "./page/start_page.ts";
import { translate } from "./page/translate.ts";
import { writeTable } from "./page/write_table.ts";

/** Every function that the page calls: each is written into it as it stands, so none may use what it does not list. */
const PARTS = [
  addZoom,
  chooseForm,
  computeCrc,
  connectExport,
  connectFilms,
  copyText,
  deflatePixels,
  describeNumbers,
  drawFilms,
  encodeAnimation,
  fillAttribute,
  fillMessage,
  freezeSvg,
  listCells,
  listFrozenProperties,
  loadPicture,
  makeChunk,
  makeControl,
  makeNumberConverter,
  makeSaveButton,
  makeSignControl,
  readBlock,
  readNumber,
  readParts,
  readTable,
  readText,
  restoreRows,
  saveChart,
  saveFile,
  setUpExplore,
  setUpExport,
  setUpFilms,
  setUpPreferences,
  setUpReadouts,
  setUpTables,
  setUpZoom,
  sortTable,
  startPage,
  translate,
  writeTable,
];

/**
 * The page's one script, made of typed functions. It only shows, hides and rewrites what is already there; the page
 * reads in full without it.
 */
export const PAGE_SCRIPT: string = `(() => {\n"use strict";\n${
  PARTS.map(String).join("\n")
}\nstartPage();\n})();`;

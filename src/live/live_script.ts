import { chooseForm, fillAttribute, fillMessage } from "../report/page/fill_message.ts";
import { makeNumberConverter } from "../report/page/make_number_converter.ts";
import { translate } from "../report/page/translate.ts";
import { keepPlace } from "./page/keep_place.ts";
import { replaceReport } from "./page/replace_report.ts";
import { startLive } from "./page/start_live.ts";

/** Every function that the panel calls: each is written into the page as it stands. */
const PARTS = [
  chooseForm,
  fillAttribute,
  fillMessage,
  keepPlace,
  makeNumberConverter,
  replaceReport,
  startLive,
  translate,
];

/** The script of a watched page, made of typed functions, as the report's is. */
export const LIVE_SCRIPT: string = `"use strict";\n${PARTS.map(String).join("\n")}\nstartLive();`;

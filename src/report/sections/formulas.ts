import type { MessageKey } from "../text/messages.ts";

/** A formula of the glossary. */
export interface Formula {
  readonly title: MessageKey;
  /** What stands within `<math>`. */
  readonly formula: string;
  readonly text: MessageKey;
  readonly source: string;
}

const i = (name: string): string => `<mi>${name}</mi>`;
const o = (sign: string): string => `<mo>${sign}</mo>`;
const n = (number: string): string => `<mn>${number}</mn>`;
const row = (...parts: string[]): string => `<mrow>${parts.join("")}</mrow>`;
const sub = (base: string, below: string): string => `<msub>${base}${below}</msub>`;
const sup = (base: string, above: string): string => `<msup>${base}${above}</msup>`;
const call = (name: string, ...inner: string[]): string => row(name, o("("), ...inner, o(")"));
const under = (base: string, below: string): string => `<munder>${base}${below}</munder>`;
const expectation = (over: string): string => sub(`<mi mathvariant="normal">E</mi>`, over);
const log = (...inner: string[]): string => row(i("ln"), `<mspace width="0.17em"/>`, ...inner);
const square = (...inner: string[]): string => row(o("["), ...inner, o("]"));

const D_OF_X = call(i("D"), i("x"));
const D_OF_G = call(i("D"), call(i("G"), i("z")));
const FROM_DATA = row(i("x"), o("∼"), sub(i("p"), `<mtext>data</mtext>`));
const FROM_NOISE = row(i("z"), o("∼"), sub(i("p"), i("z")));

/** The formulas that explain the report's losses and metrics. */
export const FORMULAS: readonly Formula[] = [
  {
    title: "glossary.value",
    formula: row(
      under(o("min"), i("G")),
      under(o("max"), i("D")),
      call(i("V"), i("D"), o(","), i("G")),
      o("="),
      expectation(FROM_DATA),
      square(log(D_OF_X)),
      o("+"),
      expectation(FROM_NOISE),
      square(log(o("("), n("1"), o("−"), D_OF_G, o(")"))),
    ),
    text: "glossary.value_text",
    source: "Goodfellow et al. 2014, arXiv:1406.2661, eq. 1",
  },
  {
    title: "glossary.non_saturating",
    formula: row(
      sub(i("L"), i("G")),
      o("="),
      o("−"),
      expectation(FROM_NOISE),
      square(log(D_OF_G)),
    ),
    text: "glossary.non_saturating_text",
    source: "Goodfellow et al. 2014, arXiv:1406.2661, section 3",
  },
  {
    title: "glossary.frechet",
    formula: row(
      sup(i("d"), n("2")),
      o("="),
      sup(row(o("‖"), sub(i("μ"), i("r")), o("−"), sub(i("μ"), i("g")), o("‖")), n("2")),
      o("+"),
      i("tr"),
      o("("),
      sub(i("Σ"), i("r")),
      o("+"),
      sub(i("Σ"), i("g")),
      o("−"),
      n("2"),
      sup(
        row(o("("), sub(i("Σ"), i("r")), sub(i("Σ"), i("g")), o(")")),
        row(n("1"), o("/"), n("2")),
      ),
      o(")"),
    ),
    text: "glossary.frechet_text",
    source: "Dowson & Landau 1982, eq. 4; Heusel et al. 2017, arXiv:1706.08500, eq. 6",
  },
  {
    title: "glossary.kl",
    formula: row(
      `<mtext>KL</mtext>`,
      o("("),
      i("p"),
      o("‖"),
      i("q"),
      o(")"),
      o("="),
      under(o("∑"), i("k")),
      sub(i("p"), i("k")),
      log(`<mfrac>${sub(i("p"), i("k"))}${sub(i("q"), i("k"))}</mfrac>`),
    ),
    text: "glossary.kl_text",
    source: "Kullback & Leibler 1951",
  },
  {
    title: "glossary.minibatch",
    formula: row(
      call(i("o"), sub(i("x"), i("i"))),
      `<msub><mrow></mrow>${i("b")}</msub>`,
      o("="),
      under(o("∑"), row(i("j"), o("≠"), i("i"))),
      call(
        i("exp"),
        o("−"),
        sub(
          row(
            o("‖"),
            sub(i("M"), row(i("i"), o(","), i("b"))),
            o("−"),
            sub(i("M"), row(i("j"), o(","), i("b"))),
            o("‖"),
          ),
          n("1"),
        ),
      ),
    ),
    text: "glossary.minibatch_text",
    source: "Salimans et al. 2016, arXiv:1606.03498, section 3.2",
  },
];

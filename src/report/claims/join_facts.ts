/**
 * Sets facts beside each other, none of them broken over two lines. What divides them stands in copied text; on the page it
 * is a gap, as a dot would end a line where the next fact has no room.
 *
 * @param facts Markup of each.
 */
export function joinFacts(facts: readonly string[]): string {
  return facts.map((fact) => `<span class="fact">${fact}</span>`)
    .join(`<span class="fact-gap"> · </span>`);
}

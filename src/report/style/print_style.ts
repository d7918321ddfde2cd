/** How the page prints: densely on paper, or a section a slide. */
export const PRINT_STYLE: string = `
@media print {
  body { max-width: none; padding: 0; }
  html { font-size: 10.5px; }
  .controls, .contents, .toolbar, .tool, .figure-tools, .table-tools, .sort, .help, .readout, details.data { display: none !important; }
  .cursor { display: none; }
  figure, .verdict, tr, .methods > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .wide { overflow: visible; }
}
@page slide { size: 338mm 190mm; margin: 10mm 14mm; }
@media print {
  [data-print=slides] body { page: slide; }
  [data-print=slides] html, html[data-print=slides] { font-size: 15px; }
  [data-print=slides] section[id], [data-print=slides] h3 { break-before: page; border: 0; margin-top: 0; }
  [data-print=slides] h2 + h3, [data-print=slides] h2 + p + h3 { break-before: avoid; }
  [data-print=slides] h2 { font-size: 1.9rem; }
  [data-print=slides] .note, [data-print=slides] details, [data-print=slides] #methods, [data-print=slides] .provenance { display: none; }
  [data-print=slides] .panels { grid-template-columns: repeat(3, 1fr); }
  [data-print=slides] .panels-samples { grid-template-columns: repeat(4, 1fr); }
}
`;

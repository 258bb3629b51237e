/** The collective list on A4: who is ticked, with a line to sign. */
export const print = `
.on-paper { display: none }
@media print {
  @page { size: A4 landscape; margin: 12mm }
  body { background: #fff; font-size: 10pt }
  .top, .not-on-paper, .skip, tr:has(input[type="checkbox"]:not(:checked)) { display: none }
  .on-paper { display: block }
  main { padding: 0; max-width: none; gap: 4mm } .card { border: 0; box-shadow: none; padding: 0 }
  .scroll { overflow: visible } .small { font-size: 9pt }
  table { counter-reset: person } th, td { padding: 1.2mm 2mm; border: 0.3mm solid #000 } a { color: #000; text-decoration: none } .soft { color: #000 } thead { display: table-header-group } tr { break-inside: avoid }
  .place::before { counter-increment: person; content: counter(person) } .place span { display: none }
  .sign { display: flex; justify-content: flex-end; gap: 30mm; margin-top: 8mm; break-inside: avoid }
  .sign p { min-width: 55mm; padding-top: 22mm; border-bottom: 0.3mm solid #000 }
}
`;

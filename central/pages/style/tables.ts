export const tables = `
.scroll { overflow-x: auto; border-radius: 10px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 10px 12px; border-bottom: 1px solid var(--line); vertical-align: top }
thead th { font-size: 0.9375rem; color: var(--ink-soft); border-bottom: 2px solid var(--line-strong); white-space: nowrap }
tbody th { font-weight: 600 }
td .small { display: block } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
.mono { font-variant-numeric: tabular-nums; white-space: nowrap }
.data { table-layout: fixed } .data td { overflow-wrap: anywhere } .data th { width: 28%; color: var(--ink-soft); font-weight: 600 }
.data td:last-child, .data th:last-child { width: 32% } .data tbody th { width: auto } .data input { min-height: 44px; padding: 6px 10px; border-width: 1px }
.data tr.remarked { background: var(--warn-soft) }
@media (max-width: 40rem) {
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .stacked, .stacked tbody, .stacked tr, .stacked td, .stacked th { display: block; width: auto }
  .stacked tr { padding: 10px 0; border-bottom: 1px solid var(--line) }
  .stacked td, .stacked tbody th, .data td:last-child { border: 0; padding: 2px 0; width: auto }
  .stacked td[data-name]::before { content: attr(data-name) ": "; color: var(--ink-soft) }
  .stacked td.number { text-align: left }
}
`;

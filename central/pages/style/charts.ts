export const charts = `
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 16px }
.figure { background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 14px 18px }
.figure b { display: block; font-size: 2rem; line-height: 1.15; font-variant-numeric: tabular-nums; letter-spacing: -0.02em }
.bars { display: grid; gap: 8px }
.bars > div { display: grid; grid-template-columns: minmax(7rem, 15rem) minmax(0, 1fr) minmax(3.5rem, auto); gap: 12px; align-items: center }
.bars svg { display: block; width: 100%; height: 22px }
.bars span { font-size: 0.9375rem; line-height: 1.25 } .bars span:last-child { font-variant-numeric: tabular-nums; font-weight: 650 }
.chart { display: block; width: 100%; height: auto }
.bar-main { fill: var(--primary) } .bar-late { fill: var(--bad) } .bar-kept { fill: var(--good) } .bar-back { fill: var(--surface-sunken) } .bar-spread { fill: #aeb6d2 }
.heard { fill: var(--good) } .weekend { fill: var(--surface-sunken) }
.axis { stroke: var(--line-strong); stroke-width: 1 } .promise-line { stroke: var(--maroon); stroke-width: 2; stroke-dasharray: 5 4 }
.chart text { font: 600 13px "Plus Jakarta Sans Variable", system-ui, sans-serif; fill: var(--ink-soft) } .chart .value { fill: var(--ink) }
details > summary { cursor: pointer; font-weight: 650; color: var(--primary); min-height: 44px; display: flex; align-items: center }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; align-items: start }
.grid .full { grid-column: 1 / -1 }
.contacts td:nth-child(2) { width: 34%; min-width: 12rem }
@media (max-width: 56rem) { .grid { grid-template-columns: minmax(0, 1fr) } }
@media (max-width: 40rem) { .chart { min-width: 34rem } .bars > div { grid-template-columns: minmax(0, 1fr) auto } .bars svg { grid-column: 1 / -1; grid-row: 2 } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px } .figure { padding: 10px 14px } }
`;

export const forms = `
label { font-weight: 600; display: block; margin-bottom: 4px }
input, select, textarea { font: inherit; color: inherit; width: 100%; max-width: 100%; min-height: 52px; padding: 10px 14px; border: 2px solid var(--line-strong); border-radius: 10px; background: #fff }
textarea { min-height: 6rem; resize: vertical }
input[type="checkbox"] { width: 26px; min-height: 26px; height: 26px; margin: 0; accent-color: var(--primary) }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 52px; padding: 10px 22px; border: 2px solid var(--primary); border-radius: 16px; background: var(--primary); color: var(--on-primary); font: inherit; font-weight: 700; text-decoration: none; cursor: pointer }
button:hover, .button:hover { background: var(--primary-deep) }
.second { background: var(--surface); color: var(--primary) } .second:hover { background: var(--primary-soft) }
.warnbutton { border-color: var(--warn); background: var(--warn-soft); color: var(--warn) } .warnbutton:hover { background: var(--gold-soft) }
.fields { display: grid; gap: 14px 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)); align-items: end }
.filters { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
.stack { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr) }
.actions { display: flex; flex-wrap: wrap; gap: 12px; align-items: center }
.code { font-size: 1.25rem; letter-spacing: 0.04em; text-transform: uppercase }
@media (max-width: 40rem) { .fields, .filters { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)) } }
.find { display: flex; gap: 8px } .find input { max-width: 14rem }
`;

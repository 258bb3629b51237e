export const frame = `
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 450 1.0625rem/1.5 "Plus Jakarta Sans Variable", system-ui, sans-serif }
h1, h2, h3, p, ul, ol, figure, dl, dd { margin: 0; padding: 0 }
h1, h2, h3 { line-height: 1.2; font-weight: 750; letter-spacing: -0.015em; text-wrap: balance }
h1 { font-size: 1.75rem } h2 { font-size: 1.25rem; color: var(--primary) } h3 { font-size: 1.0625rem }
ul, ol { list-style: none }
a { color: var(--primary); text-underline-offset: 3px }
:focus-visible { outline: 4px solid var(--focus); outline-offset: 2px; border-radius: 6px }
.skip { position: absolute; left: -999px } .skip:focus { left: 8px; top: 8px; z-index: 1; padding: 12px; background: var(--surface) }
.top { background: var(--primary-deep); color: var(--on-primary) }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 24px; padding: 8px 24px; min-height: 60px }
.brand { display: flex; align-items: center; gap: 12px; font-weight: 750; font-size: 1.25rem; letter-spacing: -0.015em; margin-right: auto }
.siger { fill: var(--gold) } .siger .inset { fill: var(--primary-deep) }
.tapis { display: block } .tapis .cloth { fill: var(--maroon) } .tapis .gold { fill: var(--gold) } .tapis .thread { fill: none; stroke: var(--gold); stroke-width: 1.5 }
.menu { display: flex; flex-wrap: wrap; align-items: center; gap: 4px }
.menu a, .menu button, .bar .language { display: inline-flex; align-items: center; min-height: 44px; padding: 0 14px; margin: 0; border: 0; border-radius: 10px; background: none; color: var(--on-primary); font: inherit; font-weight: 650; text-decoration: none; cursor: pointer }
.menu a:hover, .menu button:hover, .bar .language:hover { background: var(--primary-bright) }
.menu a[aria-current] { background: var(--primary); box-shadow: inset 0 -3px var(--gold) }
.menu .who { padding: 0 8px; opacity: 0.9 }
.top :focus-visible { outline-color: var(--gold) }
main { margin: 0 auto; padding: 24px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px }
.narrow { max-width: 44rem } .wide { max-width: 84rem }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 24px; padding: 20px 24px; box-shadow: 0 1px 2px rgb(36 28 26 / 6%), 0 6px 20px rgb(36 28 26 / 6%); display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; align-content: start }
.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; justify-content: space-between }
.soft { color: var(--ink-soft) }
.small { font-size: 0.9375rem }
.notice { border-radius: 16px; padding: 12px 16px; background: var(--gold-soft) }
.notice.good { background: var(--good-soft); color: var(--good) } .notice.bad { background: var(--bad-soft); color: var(--bad) } .notice.warn { background: var(--warn-soft); color: var(--warn) }
.pill { display: inline-block; padding: 4px 12px; border-radius: 999px; font-size: 0.9375rem; font-weight: 650; line-height: 1.35; background: var(--primary-soft); color: var(--primary) }
.pill.needs-citizen { background: var(--warn-soft); color: var(--warn) } .pill.finished { background: var(--good-soft); color: var(--good) } .pill.stopped { background: var(--bad-soft); color: var(--bad) }
.stage { font-size: 1.75rem; font-weight: 750; line-height: 1.2; letter-spacing: -0.015em }
.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: 20px; align-items: start }
.columns > div { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr) }
.steps li { position: relative; padding: 0 0 14px 32px; color: var(--ink-soft) }
.steps li::before { content: ""; position: absolute; left: 4px; top: 6px; width: 14px; height: 14px; border-radius: 50%; background: var(--surface); border: 2px solid var(--line-strong) }
.steps li:not(:last-child)::after { content: ""; position: absolute; left: 10px; top: 22px; bottom: -4px; width: 2px; background: var(--line) }
.steps .done { color: var(--ink) } .steps .done::before { background: var(--good); border-color: var(--good) }
.steps .now { color: var(--ink); font-weight: 700 } .steps .now::before { background: var(--gold); border-color: var(--primary-deep); box-shadow: 0 0 0 4px var(--gold-soft) }
.steps span { display: block; font-size: 0.9375rem; font-weight: 450; color: var(--ink-soft) }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 16px }
.shown { display: block; max-width: 100%; max-height: 24rem; border: 1px solid var(--line); border-radius: 10px } audio { width: 100%; max-width: 30rem }
.pictures a { display: block } .pictures img { display: block; width: 100%; height: 12rem; object-fit: contain; background: var(--surface-sunken); border: 1px solid var(--line); border-radius: 10px }
figcaption { font-weight: 600; font-size: 0.9375rem; margin-bottom: 4px }
.bullets li { padding-left: 1.1em; text-indent: -1.1em } .bullets li::before { content: "•"; display: inline-block; width: 1.1em; text-indent: 0 }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr) } }
@media (max-width: 40rem) { main { padding: 16px } .bar { padding: 8px 16px } .card { padding: 16px; border-radius: 16px } h1 { font-size: 1.5rem } .menu { margin: 0 -14px } }
`;

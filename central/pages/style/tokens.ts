/** Colours of the kiosk's design, see renderer/design/tokens.css; a test compares them. */
export const tokens = `
@font-face { font-family: "Plus Jakarta Sans Variable"; src: url(/huruf.woff2) format("woff2"); font-weight: 200 800; font-display: swap }
:root {
  color-scheme: light;
  --ground: #f7f2e9;
  --surface: #fffdf9;
  --surface-sunken: #f0e8da;
  --ink: #241c1a;
  --ink-soft: #5a4d46;
  --line: #e0d5c3;
  --line-strong: #86776a;
  --primary: #22315f;
  --primary-deep: #161f42;
  --primary-bright: #33457f;
  --primary-soft: #e6e8f2;
  --on-primary: #fffaf0;
  --gold: #d2a13a;
  --gold-soft: #f8ebcb;
  --maroon: #6d1b2d;
  --good: #1b6643;
  --good-soft: #dff0e5;
  --warn: #845000;
  --warn-soft: #fdf0d2;
  --bad: #9f1f24;
  --bad-soft: #fbe5e1;
  --office: #11596a;
  --office-soft: #dcedf0;
  --focus: #b15a00;
}
`;

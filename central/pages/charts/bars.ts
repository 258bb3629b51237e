import { html, raw } from 'hono/html';
import type { Html } from '../layout.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** As it is read. */
  readonly shown: string;
  /** A lighter bar behind, as from the median to the ninth tenth. */
  readonly reach?: number;
}

function bar(value: number, most: number): number {
  return most > 0 ? Math.round((1_000 * Math.min(value, most)) / most) / 10 : 0;
}

/** Horizontal bars whose names stay letters of the page, readable on a telephone. The table beside them is for those who do not see them. */
export function barChart(bars: readonly Bar[]): Html {
  const most = Math.max(0, ...bars.map(({ value, reach }) => Math.max(value, reach ?? 0)));
  return html`<div class="bars" aria-hidden="true">${bars.map(
    ({ name, value, shown, reach }) =>
      html`<div><span>${name}</span>${raw(
        `<svg viewBox="0 0 100 22" preserveAspectRatio="none"><rect class="bar-back" y="10" width="100" height="2"/>${
          reach === undefined
            ? ''
            : `<rect class="bar-spread" y="5" width="${bar(reach, most)}" height="12"/>`
        }<rect class="bar-main" y="2" width="${bar(value, most)}" height="18"/></svg>`,
      )}<span>${shown}</span></div>`,
  )}</div>`;
}

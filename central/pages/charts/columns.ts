import { html, raw } from 'hono/html';
import type { Html } from '../layout.ts';

const HEIGHT = 150;
const FOOT = 24;
/** For the numbers over the columns, and more where a line has its name above them. */
const HEAD = 22;
const HEAD_WITH_LINE = 40;

export interface Column {
  readonly value: number;
  /** Under the column; empty for most, where there are many. */
  readonly name: string;
  readonly kind: 'bar-main' | 'bar-kept' | 'bar-late';
  /** Behind a column of no working day. */
  readonly shaded?: boolean;
}

export interface ColumnChart {
  /** What is to be seen, in one sentence. */
  readonly description: string;
  readonly columns: readonly Column[];
  readonly width: number;
  /** After how many columns a line is drawn, and what it says. */
  readonly line?: { readonly after: number; readonly name: string };
  readonly values: boolean;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Columns over a base line, as one drawing. */
export function columnChart({ description, columns, width, line, values }: ColumnChart): Html {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const step = width / Math.max(1, columns.length);
  const head = line ? HEAD_WITH_LINE : HEAD;
  const full = HEIGHT - FOOT - head;
  const parts = columns.map(({ value, name, kind, shaded }, place) => {
    const height = (full * value) / most;
    const left = place * step;
    const middle = (left + step / 2).toFixed(1);
    const top = HEIGHT - FOOT - height;
    const back = shaded
      ? `<rect class="weekend" x="${left.toFixed(1)}" y="${head}" width="${step.toFixed(1)}" height="${full}"/>`
      : '';
    const last = place === columns.length - 1 && columns.length > 12;
    const foot = last ? `x="${width}" text-anchor="end"` : `x="${middle}" text-anchor="middle"`;
    const label = name ? `<text ${foot} y="${HEIGHT - 6}">${escapeText(name)}</text>` : '';
    const number =
      values && value > 0
        ? `<text class="value" x="${middle}" y="${(top - 5).toFixed(1)}" text-anchor="middle">${value}</text>`
        : '';
    const column = `<rect class="${kind}" x="${(left + step * 0.14).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.72).toFixed(1)}" height="${height.toFixed(1)}" rx="2"/>`;
    return `${back}${column}${number}${label}`;
  });
  const at = line ? (line.after * step).toFixed(1) : '';
  const promise = line
    ? `<path class="promise-line" d="M${at} 0V${HEIGHT - FOOT}"/><text x="${(line.after * step + 6).toFixed(1)}" y="13">${escapeText(line.name)}</text>`
    : '';
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${description}">${raw(
    `<svg class="chart" role="img" aria-label="${escapeText(description)}" viewBox="0 0 ${width} ${HEIGHT}">${parts.join('')}<path class="axis" d="M0 ${HEIGHT - FOOT}H${width}"/>${promise}</svg>`,
  )}</div>`;
}

import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { officerWords as words } from '../words/words.ts';

/** The same figures as a table, for who cannot see a drawing or wants to copy them. */
export function tableOf(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Html {
  return html`<details>
    <summary>${words.asTable}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${name}"><table>
      <thead><tr>${head.map((cell, place) => html`<th scope="col" class="${place > 0 ? 'number' : ''}">${cell}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ([first, ...rest]) =>
          html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
      )}</tbody>
    </table></div>
  </details>`;
}

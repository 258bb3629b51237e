import { html } from 'hono/html';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Html } from './layout.ts';

/** A stage's name on the colour of its kind; a key the catalog has dropped is shown as it is. */
export function stagePill(catalog: Catalog, key: string): Html {
  const stage = catalog.stages.find((candidate) => candidate.key === key);
  return html`<span class="pill ${stage?.kind ?? ''}">${stage?.name.id ?? key}</span>`;
}

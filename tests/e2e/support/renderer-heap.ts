import type { Page } from 'playwright-core';

/** V8's list of the strings the browser knows as well; standing in it keeps none of them. */
const EXTERNAL_STRINGS = '(External strings)';

/** One pass may only make things unreachable that the next one frees. */
const COLLECTIONS = 4;

/** Strings in the page's JavaScript heap that hold `text` once everything unreachable is gone; each with what keeps it there. */
export async function heldInHeap(page: Page, text: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.enable');
    for (let pass = 0; pass < COLLECTIONS; pass += 1) await session.send('HeapProfiler.collectGarbage');
    const chunks: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    return search(JSON.parse(chunks.join('')), text);
  } finally {
    await session.detach();
  }
}

/** The part of V8's snapshot format that is read here: flat arrays of numbers whose columns `meta` names. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly edge_fields: readonly string[];
      /** For the first column the names of its values. */
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

function search({ snapshot, nodes, edges, strings }: Snapshot, text: string): string[] {
  const wanted = new Set(
    strings.flatMap((each, place) => (each.toLowerCase().includes(text) ? [place] : [])),
  );
  if (wanted.size === 0) return [];
  const { node_fields, edge_fields, edge_types } = snapshot.meta;
  const [nodeWidth, edgeWidth] = [node_fields.length, edge_fields.length];
  const [name, count] = [node_fields.indexOf('name'), node_fields.indexOf('edge_count')];
  const [type, called, to] = ['type', 'name_or_index', 'to_node'].map((field) => edge_fields.indexOf(field));
  const column = (edge: number, field: number | undefined) => edges[edge + (field ?? 0)] ?? 0;
  const label = (node: number) => (strings[nodes[node + name] ?? 0] ?? '').slice(0, 60);

  const firstEdge = new Map<number, number>();
  for (let node = 0, edge = 0; node < nodes.length; node += nodeWidth) {
    firstEdge.set(node, edge);
    edge += (nodes[node + count] ?? 0) * edgeWidth;
  }
  /** Breadth first from the root, so that the way to each string is a shortest one. */
  const cameFrom = new Map<number, { node: number; by: string }>([[0, { node: 0, by: '' }]]);
  const ahead = [0];
  for (const node of ahead) {
    const first = firstEdge.get(node) ?? 0;
    for (let left = nodes[node + count] ?? 0, edge = first; left > 0; left -= 1, edge += edgeWidth) {
      const kind = edge_types[0][column(edge, type)];
      const next = column(edge, to);
      if (kind === 'weak' || cameFrom.has(next) || label(next) === EXTERNAL_STRINGS) continue;
      const place = column(edge, called);
      cameFrom.set(next, {
        node,
        by: kind === 'element' || kind === 'hidden' ? `${place}` : (strings[place] ?? ''),
      });
      ahead.push(next);
    }
  }
  const found: string[] = [];
  for (let node = 0; node < nodes.length; node += nodeWidth)
    if (wanted.has(nodes[node + name] ?? -1) && cameFrom.has(node)) found.push(wayTo(node));
  return found;

  function wayTo(node: number): string {
    const way = [label(node)];
    for (let at = node; way.length < 14; ) {
      const from = cameFrom.get(at);
      if (!from || at === 0) break;
      way.push(`${label(from.node)}.${from.by.slice(0, 40)}`);
      at = from.node;
    }
    return way.join(' ← ');
  }
}

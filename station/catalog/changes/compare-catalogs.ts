import type { Catalog, ComplaintChannel, Stage } from '../../../contract/domain/catalog.ts';
import type { CatalogChange, ChangeTopic } from '../../../contract/domain/catalog-change.ts';
import { type ChangePlace, compareKeyed, compareOne, type Keyed } from './compare-items.ts';
import { compareServices } from './compare-services.ts';
import { plain, text } from './values.ts';

/**
 * What somebody who knows `before` has to learn to know `after`: everything people read. Numbers and days of issue say
 * when and not what, and how a form is drawn is seen in the form. Pure.
 */
export function compareCatalogs(before: Catalog, after: Catalog): CatalogChange[] {
  const since = after.effectiveFrom;
  const place = (topic: ChangeTopic): ChangePlace => ({ topic, serviceKey: null, serviceName: null, since });
  const office = ({ office: { name, note } }: Catalog) =>
    [
      ['name', text(name)],
      ['explanation', text(note)],
    ] as const;
  const fraud = ({ fraudWarning }: Catalog) => [['text', text(fraudWarning)]] as const;
  const notices = compareKeyed(place('notices'), before.notices, after.notices, NOTICES);
  const starts = new Map(after.notices.map(({ key, from }) => [key, from]));
  return [
    ...compareServices(before.services, after.services, since),
    ...notices.map((notice) =>
      notice.kind === 'removed' ? notice : { ...notice, since: starts.get(notice.key) ?? since },
    ),
    ...compareOne(place('fraud'), null, fraud(before), fraud(after)),
    ...compareKeyed(place('complaints'), before.complaintChannels, after.complaintChannels, CHANNELS),
    ...compareKeyed(place('stages'), before.stages, after.stages, STAGES),
    ...compareOne(place('office'), after.office.name, office(before), office(after)),
  ];
}

const NOTICES: Keyed<Catalog['notices'][number]> = {
  key: ({ key }) => key,
  name: (notice) => notice.text,
  describe: (notice) => [
    ['text', text(notice.text)],
    ['from', { kind: 'date', date: notice.from }],
  ],
};

const CHANNELS: Keyed<ComplaintChannel> = {
  key: ({ name }) => name,
  name: ({ name }) => ({ id: name, en: name }),
  describe: ({ explanation, address }) => [
    ['explanation', text(explanation)],
    ['address', plain(address)],
  ],
};

const STAGES: Keyed<Stage> = {
  key: ({ key }) => key,
  name: ({ name }) => name,
  describe: ({ name, explanation, order }) => [
    ['name', text(name)],
    ['explanation', text(explanation)],
    ['place', plain(String(order))],
  ],
};

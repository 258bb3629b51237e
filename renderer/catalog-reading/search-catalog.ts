import MiniSearch from 'minisearch';
import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Language } from '../../contract/domain/localized.ts';
import type { GeneralTopic, Reading, ServiceTopic } from './topics.ts';

export interface InformationEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly reading: Reading;
}

/** Titles of the general topics and of the topics of a service, in the language in use. */
export type TopicTitles = Readonly<Record<ServiceTopic | GeneralTopic, string>>;

/** Everything of the catalog that can be read, as entries to search. Pure. */
export function informationEntries(
  { services, fraudWarning, complaintChannels, notices }: Catalog,
  language: Language,
  titles: TopicTitles,
): InformationEntry[] {
  const entries = services.flatMap((service) => {
    const { key: serviceKey, refusals = [] } = service;
    const name = service.name[language];
    const topic = (key: ServiceTopic, texts: readonly string[]) => ({
      id: `${serviceKey} ${key}`,
      title: `${titles[key]} · ${name}`,
      text: texts.join(' '),
      reading: { name: 'service-topic', serviceKey, topic: key } as const,
    });
    const documents = service.requirements.map(
      (each) => `${each.name[language]} ${each.explanation[language]}`,
    );
    const fees = service.products.map(
      ({ name: product, fee }) => `${product[language]} ${fee.legalBasis.title}`,
    );
    return [
      {
        id: serviceKey,
        title: name,
        text: service.summary[language],
        reading: { name: 'service', serviceKey } as const,
      },
      topic('documents', documents),
      topic('fees', fees),
      topic('time', []),
      topic(
        'steps',
        service.nextSteps.map((step) => step[language]),
      ),
      ...(refusals.length === 0
        ? []
        : [
            topic(
              'refusals',
              refusals.map((each) => `${each.name[language]} ${each.explanation[language]}`),
            ),
          ]),
    ];
  });
  return [
    ...entries,
    {
      id: 'fraud',
      title: titles.fraud,
      text: fraudWarning[language],
      reading: { name: 'general-topic', topic: 'fraud' },
    },
    {
      id: 'complaints',
      title: titles.complaints,
      text: complaintChannels.map(({ name, explanation }) => `${name} ${explanation[language]}`).join(' '),
      reading: { name: 'general-topic', topic: 'complaints' },
    },
    ...(notices.length === 0
      ? []
      : [
          {
            id: 'notices',
            title: titles.notices,
            text: notices.map(({ text }) => text[language]).join(' '),
            reading: { name: 'general-topic', topic: 'notices' } as const,
          },
        ]),
  ];
}

/** Built once for a catalog and a language. Half words and one wrong letter in five still find. */
export function createInformationSearch(entries: readonly InformationEntry[]) {
  const index = new MiniSearch<InformationEntry>({
    fields: ['title', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 }, combineWith: 'AND' },
  });
  index.addAll([...entries]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (query: string, most: number): InformationEntry[] =>
    index
      .search(query)
      .flatMap(({ id }) => byId.get(String(id)) ?? [])
      .slice(0, most);
}

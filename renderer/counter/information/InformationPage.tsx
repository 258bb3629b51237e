import type { Reading } from '../../catalog-reading/topics.ts';
import { Loading } from '../../design/Loading.tsx';
import { useCatalog } from '../../system/catalog.ts';
import { GeneralReading } from './GeneralReading.tsx';
import { InformationList } from './InformationList.tsx';
import { ServiceReading } from './ServiceReading.tsx';

/** The rules as citizens read them, with what is new for this officer. */
export function InformationPage({ reading }: { reading: Reading | null }) {
  const { catalog } = useCatalog();
  if (!catalog) return <Loading />;
  switch (reading?.name) {
    case 'service':
      return <ServiceReading key={reading.serviceKey} serviceKey={reading.serviceKey} />;
    case 'service-topic':
      return (
        <ServiceReading
          key={`${reading.serviceKey} ${reading.topic}`}
          serviceKey={reading.serviceKey}
          topic={reading.topic}
        />
      );
    case 'general-topic':
      return <GeneralReading key={reading.topic} catalog={catalog} topic={reading.topic} />;
    case undefined:
      return <InformationList catalog={catalog} />;
  }
}

import { useTranslation } from 'react-i18next';
import type { Specimen } from '../../contract/station/practice.ts';
import { useCatalog } from '../system/catalog.ts';
import { useLocalized } from '../system/language.ts';
import styles from './Tray.module.css';

/** The invented citizen's data, to be typed at the counter. */
export function SpecimenSheet({ specimen }: { specimen: Specimen }) {
  const { t } = useTranslation();
  const local = useLocalized();
  const { catalog } = useCatalog();
  const fields = new Map(
    catalog?.services.flatMap(({ steps }) =>
      steps.flatMap((step) => step.fields.map((field) => [field.key, field] as const)),
    ),
  );
  return (
    <section className={styles.sheet}>
      <h2>{t('tray.data')}</h2>
      <dl>
        {Object.entries(specimen.values).map(([key, value]) => {
          const field = fields.get(key);
          const option = field?.options?.find((each) => each.key === value);
          return (
            <div key={key}>
              <dt>{field ? local(field.label) : key}</dt>
              <dd>{option ? local(option.label) : String(value)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { ReadingSource } from '../../contract/domain/reading.ts';
import { useCatalog } from '../system/catalog.ts';
import { useLocalized } from '../system/language.ts';
import styles from './FilledFields.module.css';

/** Which fields a document filled, and which somebody had filled otherwise. */
export function FilledFields({
  filled,
  differs,
  source,
  serviceKey,
}: {
  filled: readonly string[];
  differs: readonly string[];
  source: ReadingSource;
  serviceKey: string;
}) {
  const { t } = useTranslation();
  const local = useLocalized();
  const fields = useCatalog()
    .service(serviceKey)
    ?.steps.flatMap((step) => step.fields);
  const labels = (keys: readonly string[]) =>
    keys.map((key) => {
      const field = fields?.find((each) => each.key === key);
      return <li key={key}>{field ? local(field.label) : key}</li>;
    });
  return (
    <div className={styles.fields}>
      {filled.length > 0 ? (
        <section>
          <h3>{t(`card.filled.${source}`)}</h3>
          <ul>{labels(filled)}</ul>
        </section>
      ) : differs.length === 0 ? (
        <p>{t(`card.nothingFilled.${source}`)}</p>
      ) : null}
      {differs.length > 0 ? (
        <section className={styles.differs}>
          <h3>{t(`card.differs.${source}`)}</h3>
          <ul>{labels(differs)}</ul>
          <p>{t('card.differsHelp')}</p>
        </section>
      ) : null}
    </div>
  );
}

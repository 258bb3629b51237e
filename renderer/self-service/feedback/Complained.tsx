import { useTranslation } from 'react-i18next';
import type { ComplaintCode } from '../../../contract/domain/complaint.ts';
import styles from '../../catalog-reading/Reading.module.css';
import { useCatalog } from '../../system/catalog.ts';
import { useLocalized } from '../../system/language.ts';
import { PaperNote } from '../frame/PaperNote.tsx';
import { Question } from '../frame/Question.tsx';

/** The code of what was sent, and where else to go with it. */
export function Complained({ code, printJobId }: { code: ComplaintCode; printJobId: string }) {
  const { t } = useTranslation();
  const { catalog } = useCatalog();
  const local = useLocalized();
  return (
    <Question title={t('self.complainedTitle')} words={t('self.complainedWords')}>
      <p className={styles.amount}>{code}</p>
      <PaperNote printJobId={printJobId} without={t('self.noteTheCode')} />
      {catalog?.complaintChannels.map(({ name, explanation }) => (
        <p key={name} className={styles.item}>
          {t('self.laporToo')} {name}. {local(explanation)}
        </p>
      ))}
    </Question>
  );
}

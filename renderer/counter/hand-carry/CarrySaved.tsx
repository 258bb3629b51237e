import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CarryNews } from '../../../contract/station/hand-carry.ts';
import { Banner } from '../../design/Banner.tsx';
import { useFormat } from '../../system/language.ts';
import styles from './HandCarry.module.css';

/** The file is on the drive, read back and whole. */
export function CarrySaved({ file }: { file: Extract<CarryNews, { step: 'done' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.stage} role="status">
      <CircleCheck aria-hidden size={88} className={styles.good} />
      <p className={styles.order}>{t('carry.saved')}</p>
      <p>
        {file.packets === 0
          ? t('carry.savedAsk')
          : t('carry.savedWords', { count: file.packets, size: format.bytes(file.byteLength) })}
      </p>
      <p className={styles.file}>{file.fileName}</p>
      {file.left > 0 ? <Banner tone="warn" title={t('carry.left', { count: file.left })} /> : null}
      {file.packets === 0 ? null : <p className={styles.detail}>{t('carry.stillSafe')}</p>}
    </div>
  );
}

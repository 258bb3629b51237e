import { FileCheck2, HardDriveDownload, Usb } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarryOverview, Drive } from '../../../contract/station/hand-carry.ts';
import { Banner } from '../../design/Banner.tsx';
import { Button } from '../../design/Button.tsx';
import { ChoiceCards } from '../../design/ChoiceCards.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { errorCode } from '../../system/errors.ts';
import { useFormat } from '../../system/language.ts';
import { useNow } from '../../system/now.ts';
import styles from './HandCarry.module.css';

export interface CarryStartProps {
  overview: CarryOverview;
  onSave: (driveKey: string) => void;
  onRead: (driveKey: string) => void;
  isReading: boolean;
  readError: unknown;
}

/** Which drive, and what to do with it: save what waits, or read the reply. */
export function CarryStart({ overview, onSave, onRead, isReading, readError }: CarryStartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const { drives, waiting, waitingBytes } = overview;
  const drive = drives.find(({ key }) => key === chosenKey) ?? (drives.length === 1 ? drives[0] : undefined);
  return (
    <div className={styles.start}>
      <p>{t('carry.intro')}</p>
      <DriveChoice drives={drives} drive={drive} onChoose={setChosenKey} />
      {readError ? (
        <Banner
          tone="bad"
          role="alert"
          title={errorCode(readError) === 'NOT_FOUND' ? t('carry.problem.no-drive') : errorWords(readError)}
        />
      ) : null}
      <div className={styles.ways}>
        <section className={styles.way}>
          <h3 className={styles.wayTitle}>
            <HardDriveDownload aria-hidden size={26} />
            {t('carry.toOffice')}
          </h3>
          <p>
            {waiting === 0
              ? t('carry.nothingWaits')
              : t('carry.waiting', { count: waiting, size: format.bytes(waitingBytes) })}
          </p>
          <LastFile overview={overview} />
          <Button
            variant="primary"
            size="large"
            wide
            isDisabled={!drive?.isWritable}
            onPress={() => {
              if (drive) onSave(drive.key);
            }}
          >
            {t(waiting === 0 ? 'carry.ask' : 'carry.save')}
          </Button>
        </section>
        <section className={styles.way}>
          <h3 className={styles.wayTitle}>
            <FileCheck2 aria-hidden size={26} />
            {t('carry.fromOffice')}
          </h3>
          <p>{t('carry.readWords')}</p>
          <Button
            size="large"
            wide
            busy={isReading}
            isDisabled={!drive}
            onPress={() => {
              if (drive) onRead(drive.key);
            }}
          >
            {t('carry.read')}
          </Button>
        </section>
      </div>
    </div>
  );
}

function DriveChoice({
  drives,
  drive,
  onChoose,
}: {
  drives: readonly Drive[];
  drive: Drive | undefined;
  onChoose: (key: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const details = ({ freeBytes, isWritable }: Drive) =>
    isWritable ? t('carry.free', { size: format.bytes(freeBytes) }) : t('carry.readOnly');
  if (drives.length === 0)
    return (
      <Banner tone="neutral" icon={Usb} title={t('carry.plugIn')}>
        {t('carry.plugInWords')}
      </Banner>
    );
  if (drives.length === 1 && drive)
    return (
      <Banner tone={drive.isWritable ? 'good' : 'warn'} icon={Usb} title={drive.label}>
        {details(drive)}
      </Banner>
    );
  return (
    <ChoiceCards
      label={t('carry.choose')}
      choices={drives.map((each) => ({ key: each.key, label: each.label, detail: details(each), icon: Usb }))}
      value={drive?.key ?? null}
      onChange={onChoose}
    />
  );
}

function LastFile({ overview: { lastFile } }: { overview: CarryOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (lastFile === null) return null;
  const { packets, savedAt, repliedAt } = lastFile;
  return (
    <p className={styles.detail}>
      {packets === 0
        ? t('carry.lastAsked', { time: format.when(savedAt, now) })
        : t('carry.lastSaved', { count: packets, time: format.when(savedAt, now) })}{' '}
      {repliedAt === null ? t('carry.noReplyYet') : t('carry.replied', { time: format.when(repliedAt, now) })}
    </p>
  );
}

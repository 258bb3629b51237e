import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SendingSettings as Settings } from '../../../contract/domain/sending.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useNotices } from '../../design/Notices.tsx';
import { TextField } from '../../design/TextField.tsx';
import { useErrorWords } from '../../system/error-words.ts';
import { useFormat } from '../../system/language.ts';
import { useStation } from '../../system/station-context.tsx';
import styles from './SendingSettings.module.css';
import { readForm, type SettingsField, toForm } from './sending-words.ts';

interface SendingSettingsProps {
  readonly settings: Settings;
  /** When the office set them; null when they are the kiosk's own. */
  readonly receivedAt: number | null;
}

/** Button and form for the data budget and the quiet hours. */
export function SendingSettings({ settings, receivedAt }: SendingSettingsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={SlidersHorizontal} onPress={() => setOpen(true)}>
        {t('outbox.settings')}
      </Button>
      {open ? (
        <SettingsDialog settings={settings} receivedAt={receivedAt} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function SettingsDialog({ settings, receivedAt, onClose }: SendingSettingsProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useStation();
  const cache = useQueryClient();
  const notify = useNotices();
  const errorWords = useErrorWords();
  const [form, setForm] = useState(() => toForm(settings));
  const [wrong, setWrong] = useState<readonly SettingsField[]>([]);
  const change = useMutation(
    queries.outbox.changeSettings.mutationOptions({
      onSuccess(summary) {
        cache.setQueryData(queries.outbox.summary.queryKey(), summary);
        notify({ tone: 'good', text: t('outbox.settingsSaved') });
        onClose();
      },
      onError: (error) => notify({ tone: 'bad', text: errorWords(error) }),
    }),
  );

  function save(): void {
    const read = readForm(form);
    if ('wrong' in read) setWrong(read.wrong);
    else change.mutate(read);
  }
  function field(name: SettingsField) {
    const isTime = name === 'from' || name === 'until';
    const problem = t(isTime ? 'outbox.settingsTimeBad' : 'outbox.settingsBudgetBad');
    return {
      value: form[name],
      onChange(text: string) {
        setForm({ ...form, [name]: text });
        setWrong(wrong.filter((each) => each !== name));
      },
      notes: wrong.includes(name) ? [{ key: name, tone: 'bad' as const, text: problem }] : [],
      inputMode: isTime ? ('text' as const) : ('numeric' as const),
      maximumLength: 7,
    };
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('outbox.settings')}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" busy={change.isPending} onPress={save}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {receivedAt === null ? null : (
          <p className={styles.hint}>
            {t('outbox.settingsByOffice', { received: format.instant(receivedAt) })}
          </p>
        )}
        <TextField {...field('daily')} label={t('outbox.settingsDaily')} />
        <TextField {...field('monthly')} label={t('outbox.settingsMonthly')} />
        <p className={styles.hint}>{t('outbox.settingsBudgetHint')}</p>
        <TextField {...field('from')} label={t('outbox.settingsQuietFrom')} />
        <TextField {...field('until')} label={t('outbox.settingsQuietUntil')} />
        <p className={styles.hint}>{t('outbox.settingsQuietHint')}</p>
      </div>
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { layableSchema } from '../../contract/station/practice.ts';
import { Button } from '../design/Button.tsx';
import { useStation } from '../system/station-context.tsx';
import type { SwitchesProps } from './Switches.tsx';
import styles from './Tray.module.css';
import { TroubleMenu } from './TroubleMenu.tsx';

/** What can be laid on the virtual card reader, its plug, and what can ail it. */
export function ReaderSwitches({ state, specimen, change }: SwitchesProps & { readonly specimen: string }) {
  const { reader } = state;
  const { t } = useTranslation();
  const { practice } = useStation().client;
  return (
    <section className={styles.switches}>
      <h2>{t('tray.reader')}</h2>
      <p>{t(reader.card ? `tray.lies.${reader.card}` : 'tray.liesNothing')}</p>
      <div className={styles.buttons}>
        {layableSchema.options.map((what) => (
          <Button key={what} size="small" onPress={() => change(() => practice.layCard({ what, specimen }))}>
            {t(`tray.lay.${what}`)}
          </Button>
        ))}
        <Button
          size="small"
          isDisabled={reader.card === null}
          onPress={() => change(() => practice.takeCard())}
        >
          {t('tray.takeCard')}
        </Button>
        <Button size="small" onPress={() => change(() => practice.setReader({ plugged: !reader.plugged }))}>
          {t(reader.plugged ? 'tray.unplugReader' : 'tray.plugReader')}
        </Button>
        <TroubleMenu device="reader" state={state} change={change} />
      </div>
    </section>
  );
}

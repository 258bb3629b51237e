import { useTranslation } from 'react-i18next';
import { type Scannable, scannableSchema } from '../../contract/station/practice.ts';
import { Button } from '../design/Button.tsx';
import { useStation } from '../system/station-context.tsx';
import type { SwitchesProps } from './Switches.tsx';
import styles from './Tray.module.css';
import { TroubleMenu } from './TroubleMenu.tsx';

/** What can be held before the virtual scanner, its plug, and what can ail it. */
export function ScannerSwitches({ state, specimen, change }: SwitchesProps & { readonly specimen: string }) {
  const { scanner } = state;
  const { t } = useTranslation();
  const { practice } = useStation().client;
  const isThere = (what: Scannable) =>
    what === 'ticket' || what === 'receipt' ? scanner.papers[what] : true;
  return (
    <section className={styles.switches}>
      <h2>{t('tray.scanner')}</h2>
      <div className={styles.buttons}>
        {scannableSchema.options.map((what) => (
          <Button
            key={what}
            size="small"
            isDisabled={!scanner.plugged || !isThere(what)}
            onPress={() => change(() => practice.scan({ what, specimen }))}
          >
            {t(`tray.scan.${what}`)}
          </Button>
        ))}
        <Button size="small" onPress={() => change(() => practice.setScanner({ plugged: !scanner.plugged }))}>
          {t(scanner.plugged ? 'tray.unplugScanner' : 'tray.plugScanner')}
        </Button>
        <TroubleMenu device="scanner" state={state} change={change} />
      </div>
    </section>
  );
}

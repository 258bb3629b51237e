import { useTranslation } from 'react-i18next';
import type { PracticeState } from '../../contract/station/practice.ts';
import { Button } from '../design/Button.tsx';
import { useStation } from '../system/station-context.tsx';
import styles from './Tray.module.css';
import { TroubleMenu } from './TroubleMenu.tsx';

export interface SwitchesProps {
  readonly state: PracticeState;
  readonly change: (work: () => Promise<PracticeState>) => void;
}

/** Plug, paper, cover, line, power and hours, each as one press, and what else can ail the printer. */
export function Switches({ state, change }: SwitchesProps) {
  const { printer, line, power, hours } = state;
  const { t } = useTranslation();
  const { practice } = useStation().client;
  return (
    <section className={styles.switches}>
      <h2>{t('tray.printer')}</h2>
      <div className={styles.buttons}>
        <Button size="small" onPress={() => change(() => practice.setPrinter({ plugged: !printer.plugged }))}>
          {t(printer.plugged ? 'tray.unplug' : 'tray.plug')}
        </Button>
        <Button
          size="small"
          onPress={() => change(() => practice.setPrinter({ paper: printer.paper === 'out' ? 'ok' : 'out' }))}
        >
          {t(printer.paper === 'out' ? 'tray.refill' : 'tray.empty')}
        </Button>
        <Button
          size="small"
          isDisabled={printer.paper !== 'ok'}
          onPress={() => change(() => practice.setPrinter({ paper: 'near-end' }))}
        >
          {t('tray.nearEnd')}
        </Button>
        <Button
          size="small"
          onPress={() => change(() => practice.setPrinter({ coverOpen: !printer.coverOpen }))}
        >
          {t(printer.coverOpen ? 'tray.closeCover' : 'tray.openCover')}
        </Button>
        <TroubleMenu device="printer" state={state} change={change} />
      </div>
      <h2>{t('tray.surroundings')}</h2>
      <div className={styles.buttons}>
        <Button
          size="small"
          onPress={() => change(() => practice.setLine({ line: line === 'up' ? 'cut' : 'up' }))}
        >
          {t(line === 'up' ? 'tray.cutLine' : 'tray.restoreLine')}
        </Button>
        <Button
          size="small"
          onPress={() => change(() => practice.setPower({ power: power === 'mains' ? 'battery' : 'mains' }))}
        >
          {t(power === 'mains' ? 'tray.battery' : 'tray.mains')}
        </Button>
        <Button
          size="small"
          onPress={() => change(() => practice.setHours({ hours: hours === 'night' ? 'schedule' : 'night' }))}
        >
          {t(hours === 'night' ? 'tray.scheduleHours' : 'tray.nightHours')}
        </Button>
      </div>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { useStation } from '../system/station-context.tsx';
import type { SwitchesProps } from './Switches.tsx';
import styles from './Tray.module.css';
import { TroubleMenu } from './TroubleMenu.tsx';

/** The plugs of what not every kiosk has: a vendor's KTP-el reader, which can read the specimen's card, and a still camera. */
export function OtherDevices({ state, specimen, change }: SwitchesProps & { readonly specimen: string }) {
  const { identityCardReader, stillCamera } = state;
  const { t } = useTranslation();
  const { practice } = useStation().client;
  return (
    <section className={styles.switches}>
      <h2>{t('tray.otherDevices')}</h2>
      <div className={styles.buttons}>
        <Button
          size="small"
          isDisabled={!identityCardReader.plugged}
          onPress={() => change(() => practice.readIdentityCard({ specimen }))}
        >
          {t('tray.readIdentityCard')}
        </Button>
        <Button
          size="small"
          onPress={() =>
            change(() => practice.setIdentityCardReader({ plugged: !identityCardReader.plugged }))
          }
        >
          {t(identityCardReader.plugged ? 'tray.unplugIdentityCardReader' : 'tray.plugIdentityCardReader')}
        </Button>
        <Button
          size="small"
          onPress={() => change(() => practice.setStillCamera({ plugged: !stillCamera.plugged }))}
        >
          {t(stillCamera.plugged ? 'tray.unplugStillCamera' : 'tray.plugStillCamera')}
        </Button>
        <TroubleMenu device="identityCardReader" state={state} change={change} />
        <TroubleMenu device="stillCamera" state={state} change={change} />
      </div>
    </section>
  );
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { useAccess } from './access/access.tsx';
import { SCANNING_PATIENCE, WARNING_MS, watchIdle } from './idle-watch.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown'] as const;
const SECOND_MS = 1_000;

/** Asks whether anybody is still there, and ends the visit when nobody answers. Any touch or key is an answer. */
export function IdleGuard({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation();
  const [warned, setWarned] = useState(false);
  const { scanning } = useAccess();
  const patience = scanning ? SCANNING_PATIENCE : 1;
  useEffect(() => {
    const watch = watchIdle((state) => {
      if (state === 'over') onOver();
      else setWarned(state === 'warned');
    }, patience);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, watch.sign, true);
    return () => {
      watch.stop();
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, watch.sign, true);
    };
  }, [onOver, patience]);
  if (!warned) return null;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('self.stillHere')}
      actions={
        <>
          {/* Under the ring any press is an answer: none of them may end the visit. */}
          {scanning ? null : (
            <Button size="large" onPress={onOver}>
              {t('self.finish')}
            </Button>
          )}
          <Button size="large" variant="primary" onPress={() => setWarned(false)}>
            {t('self.stillHereYes')}
          </Button>
        </>
      }
    >
      <Countdown from={(WARNING_MS * patience) / SECOND_MS} />
    </Dialog>
  );
}

/** @param from seconds */
function Countdown({ from }: { from: number }) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return <p>{t('self.stillHereWords', { count: seconds })}</p>;
}

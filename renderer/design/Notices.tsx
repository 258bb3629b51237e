import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Notices.module.css';
import { TONE_ICONS, type Tone } from './tone.ts';

export interface Notice {
  readonly tone: Tone;
  readonly text: string;
  /** Such as "Urungkan". */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

interface ShownNotice extends Notice {
  readonly number: number;
}

/** Long enough to read a sentence twice and press; it waits while the pointer or the focus is on it. */
const NOTICE_MS = 12_000;

const NoticesContext = createContext<((notice: Notice) => void) | null>(null);

/** Gives `useNotices` and shows the newest notice at the foot of the screen. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<ShownNotice | null>(null);
  const show = useCallback((next: Notice) => {
    setNotice((last) => ({ ...next, number: (last?.number ?? 0) + 1 }));
  }, []);
  const dismiss = useMemo(() => () => setNotice(null), []);
  return (
    <NoticesContext value={show}>
      {children}
      <div role="status" className={styles.place}>
        {notice ? <NoticeBar key={notice.number} notice={notice} onDismiss={dismiss} /> : null}
      </div>
    </NoticesContext>
  );
}

/** Shows a short notice at the foot of the screen, with one way to undo. */
export function useNotices(): (notice: Notice) => void {
  const show = useContext(NoticesContext);
  if (!show) throw new Error('no NoticesProvider above this component');
  return show;
}

function NoticeBar({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onDismiss, NOTICE_MS);
    return () => clearTimeout(timer);
  }, [held, onDismiss]);
  const Icon = TONE_ICONS[notice.tone];
  const { action } = notice;
  return (
    // Only keeps the bar from leaving under the pointer
    <div
      className={classNames(styles.bar, styles[notice.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden size={26} />
      <p className={styles.text}>{notice.text}</p>
      {action ? (
        <Button
          size="small"
          onPress={() => {
            action.onPress();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton icon={X} label={t('common.close')} onDark onPress={onDismiss} />
    </div>
  );
}

import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './MoreBelow.module.css';

/** Of what is seen; the rest stays in sight, so that nobody loses the place. */
const STEP = 0.8;

/**
 * Says that there is more below, and goes there at a touch: whoever never held a telephone does not know that a screen can
 * be pushed. Stands over the last line of what is seen and is gone at the end of it; whoever came there by it is led back.
 */
export function MoreBelow({ scrolled }: { scrolled: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const [went, setWent] = useState(false);
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver((entries) => setMore(!entries.at(-1)?.isIntersecting));
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  function go(): void {
    const middle = scrolled.current;
    // With the largest letters the whole face is pushed, not its middle.
    const moving = middle && middle.scrollHeight > middle.clientHeight ? middle : middle?.parentElement;
    if (more) moving?.scrollBy({ top: moving.clientHeight * STEP });
    else moving?.scrollTo({ top: 0 });
    setWent(more);
  }
  return (
    <>
      <div ref={end} className={styles.end} />
      {more || went ? (
        <div className={more ? styles.place : styles.last}>
          <button type="button" data-scan="reading" className={styles.more} onClick={go}>
            {more ? <ChevronsDown aria-hidden /> : <ChevronsUp aria-hidden />}
            {t(more ? 'self.moreBelow' : 'self.backUp')}
          </button>
        </div>
      ) : null}
    </>
  );
}

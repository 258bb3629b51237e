import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from './access.tsx';
import styles from './ScanRing.module.css';
import { type Ringed, type Scanner, startScanner } from './scanner.ts';
import { takeTouches } from './touch-as-press.ts';

/** Room between what is ringed and the ring, in pixels. */
const AROUND = 8;

/** The way of one switch, over whatever screen there is. */
export function ScanRing() {
  const { t } = useTranslation();
  const { scanning, speed } = useAccess();
  const ring = useRef<HTMLDivElement>(null);
  const scanner = useRef<Scanner>(null);
  const [resting, setResting] = useState(false);
  useEffect(
    () =>
      takeTouches(
        () => scanner.current !== null,
        () => scanner.current?.press(),
      ),
    [],
  );
  useEffect(() => {
    if (!scanning) return;
    const started = startScanner(speed, (ringed, rests) => {
      if (ring.current) putAround(ring.current, ringed);
      setResting(rests);
    });
    scanner.current = started;
    return () => {
      started.stop();
      scanner.current = null;
      setResting(false);
    };
  }, [scanning, speed]);
  if (!scanning) return null;
  return (
    <>
      <div ref={ring} aria-hidden className={styles.ring} />
      {resting ? (
        <p role="status" className={styles.rest}>
          {t('self.access.resting')}
        </p>
      ) : null}
    </>
  );
}

/** Drawn past React: it moves while nothing else on the screen changes. */
function putAround(ring: HTMLElement, ringed: Ringed): void {
  const boxes = ringed.map((element) => element.getBoundingClientRect());
  ring.style.display = boxes.length === 0 ? 'none' : 'block';
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((box) => box.left)) - AROUND;
  const top = Math.min(...boxes.map((box) => box.top)) - AROUND;
  const right = Math.max(...boxes.map((box) => box.right)) + AROUND;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + AROUND;
  ring.dataset.level = boxes.length === 1 ? 'item' : 'group';
  ring.style.left = `${Math.max(0, left)}px`;
  ring.style.top = `${Math.max(0, top)}px`;
  ring.style.width = `${Math.min(window.innerWidth, right) - Math.max(0, left)}px`;
  ring.style.height = `${Math.min(window.innerHeight, bottom) - Math.max(0, top)}px`;
}

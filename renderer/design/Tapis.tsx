import { useId } from 'react';
import styles from './Tapis.module.css';

/**
 * A strip of tapis: rows of `pucuk rebung` (bamboo shoots) around `belah ketupat` diamonds, gold thread on a dark ground.
 * Decoration only. 24 px high, or 14 when slim; as long as its place.
 */
export function TapisStrip({ slim = false }: { slim?: boolean }) {
  const id = useId();
  const height = slim ? 14 : 24;
  return (
    <svg aria-hidden="true" className={styles.strip} height={height} width="100%">
      <defs>
        <pattern
          id={id}
          width="48"
          height="24"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${height / 24})`}
        >
          <rect width="48" height="24" className={styles.cloth} />
          <path d="M0 1.5H48M0 22.5H48" className={styles.thread} />
          <path d="M0 20L8 9L16 20ZM32 20L40 9L48 20Z" className={styles.shoot} />
          <path d="M4 20L8 14.5L12 20ZM36 20L40 14.5L44 20Z" className={styles.cloth} />
          <path d="M24 4L32 12L24 20L16 12Z" className={styles.diamond} />
          <path d="M24 8.5L27.5 12L24 15.500L20.500 12Z" className={styles.heart} />
          <path d="M8 4L10 6L8 8L6 6ZM40 4L42 6L40 8L38 6Z" className={styles.shoot} />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}

/** The mark of the product: a siger, the crown of Lampung, drawn in seven points. */
export function Siger({ size = 44 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 48 48" className={styles.siger}>
      <path d="M24 3.500L27 9.500L30.500 6.500L32 12.500L36.500 9.500L37 16L42 14L40.500 21.500L46 21L40.500 33.500C35.500 31 30 29.800 24 29.800C18 29.800 12.500 31 7.500 33.500L2 21L7.500 21.500L6 14L11 16L11.500 9.500L16 12.500L17.500 6.500L21 9.500Z" />
      <path
        d="M24 13L27.200 18.500L24 24L20.800 18.500ZM15.500 18L18 21.800L15.800 25.600L13.200 21.800ZM32.500 18L34.800 21.800L32.200 25.600L30 21.800Z"
        className={styles.inset}
      />
      <path d="M8.500 36C13.500 33.700 18.500 32.700 24 32.700C29.500 32.700 34.500 33.700 39.500 36L38.500 42.500C33.700 40.700 29 39.900 24 39.900C19 39.900 14.300 40.700 9.500 42.500Z" />
    </svg>
  );
}

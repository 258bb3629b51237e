import { useFormat } from '../system/language.ts';

/** Whole rupiah as `Rp 650.000`. */
export function Money({ rupiah, className }: { rupiah: number; className?: string | undefined }) {
  const format = useFormat();
  return <span className={className}>{format.money(rupiah)}</span>;
}

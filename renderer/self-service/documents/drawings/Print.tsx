/** Lines of print too small to read, as grey bars. `widths` in the units of the drawing. */
export function Print({
  x,
  y,
  widths,
  step = 12,
  thick = 5,
}: {
  x: number;
  y: number;
  widths: readonly number[];
  step?: number;
  thick?: number;
}) {
  const bars = widths.map((width, line) => `M${x} ${y + line * step + thick / 2}h${width}`).join('');
  return <path d={bars} stroke="#4a5560" strokeWidth={thick} strokeLinecap="round" />;
}

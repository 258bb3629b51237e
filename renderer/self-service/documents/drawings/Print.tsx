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
  return (
    <g fill="#4a5560">
      {widths.map((width, line) => (
        <rect
          key={`${line} ${width}`}
          x={x}
          y={y + line * step}
          width={width}
          height={thick}
          rx={thick / 2}
        />
      ))}
    </g>
  );
}

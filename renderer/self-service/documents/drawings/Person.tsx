/** A face like nobody's, in a frame. */
export function Person({ x, y, background }: { x: number; y: number; background: string }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="66" height="84" rx="3" fill={background} />
      <circle cx="33" cy="34" r="17" fill="#c99a77" />
      <path d="M6 84c2-22 14-28 27-28s25 6 27 28z" fill="#5b4a42" />
      <path d="M15 34c-2-28 38-28 36 0-4-12-8-15-18-15s-14 3-18 15z" fill="#2d2522" />
    </g>
  );
}

import { Print } from './Print.tsx';

const ROWS = [84, 102, 120, 138, 156];
const COLUMNS = [40, 118, 166, 214, 258];

/** A wide sheet with a table, one line for each of the family. */
export function FamilyCard() {
  return (
    <g>
      <rect x="8" y="14" width="304" height="182" rx="4" fill="#fdfdf8" stroke="#9aa39a" strokeWidth="2" />
      <Print x={104} y={24} widths={[112]} thick={10} />
      <Print x={112} y={40} widths={[96]} thick={6} />
      <Print x={20} y={54} widths={[90, 74]} step={10} thick={4} />
      <g stroke="#7c8a86" strokeWidth="1.5">
        <rect x="18" y="76" width="284" height="98" fill="none" />
        {ROWS.map((y) => (
          <path key={y} d={`M18 ${y + 8}H302`} />
        ))}
        {COLUMNS.map((x) => (
          <path key={x} d={`M${x} 76V174`} />
        ))}
      </g>
      {ROWS.map((y) => (
        <Print key={y} x={46} y={y - 3} widths={[62]} thick={4} />
      ))}
      <circle cx="276" cy="184" r="9" fill="none" stroke="#6a4f9b" strokeWidth="2" />
    </g>
  );
}

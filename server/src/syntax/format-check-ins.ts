import type { CheckInColumns } from './format-line.ts';

/** A part of a check-in wider than this many characters stands in no column: the others would drift far apart. */
const WIDEST = 32;

interface Row {
  readonly parts: readonly (string | null)[];
  readonly lead: string;
}

/**
 * The journal lines of a run, one below the other, with the parts of their check-ins in columns: value, confidence, mood
 * and remark. A line without columns gives null; so does one whose parts stand in another order or without a value.
 */
export function alignedCheckIns(
  lines: readonly { readonly date: string; readonly body: string; readonly columns: CheckInColumns | null }[],
): readonly (string | null)[] {
  const rows = lines.map(({ date, body, columns }) => rowOf(date, body, columns));
  const widths = columnWidths(rows);
  return rows.map((row) => (row === null ? null : joined(row, widths)));
}

/** The parts of a body, where nothing but commas and white space stands between them. */
function rowOf(date: string, body: string, columns: CheckInColumns | null): Row | null {
  if (columns?.[0] == null) return null;
  let end = 0;
  const parts: (string | null)[] = [];
  for (const column of columns) {
    if (column === null) {
      parts.push(null);
      continue;
    }
    if (column.from < end || !(end === 0 ? /^\s*$/ : /^\s*,\s+$/).test(body.slice(end, column.from))) return null;
    parts.push(body.slice(column.from, column.to));
    end = column.to;
  }
  return body.slice(end).trim() === '' ? { lead: `${date}: `, parts } : null;
}

/** How wide each column is, with its comma and a space: only what has something behind it makes it wider. */
function columnWidths(rows: readonly (Row | null)[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    const last = row?.parts.findLastIndex((part) => part !== null) ?? 0;
    for (let index = 0; index < last; index++) {
      const width = (row?.parts[index]?.length ?? -2) + 2;
      widths[index] = Math.max(widths[index] ?? 0, width > WIDEST ? 0 : width);
    }
  }
  return widths;
}

function joined({ lead, parts }: Row, widths: readonly number[]): string {
  const last = parts.findLastIndex((part) => part !== null);
  let result = lead;
  let column = lead.length;
  for (let index = 0; index <= last; index++) {
    const part = parts[index];
    if (part != null) {
      if (index > 0) result = result.padEnd(column);
      result += index === last ? part : `${part}, `;
    }
    column += widths[index] ?? 0;
  }
  return result;
}

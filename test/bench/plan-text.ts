/** A well-kept file of a team with about this many lines: objectives that support each other, key results, check-ins, KPIs. */
export function planOfLines(lines: number, team = 'growth', supports: string | null = null): string {
  const objectives = Math.max(1, Math.round(lines / 24));
  const parts = [`cycle 2026-Q4\n\nteam ${team}: Team ${team}\n  lead: @ana\n`];
  for (let index = 0; index < objectives; index++) {
    const above = supports ?? (index === 0 ? null : `o${Math.floor(index / 2)}`);
    parts.push(
      `\n  objective o${index}: Make visit ${index} worth the while\n    owner: @person${index}\n    type: aspirational\n`,
      above === null ? '    why: It is where people leave us\n' : `    supports: ${above}\n`,
    );
    for (let kr = 0; kr < 3; kr++) {
      parts.push(
        `    kr k${kr}: Raise the rate of step ${kr} from 31% to 40%\n      owner: @person${index}\n`,
        `      2026-10-12: 32%, 5/10, first cohort moved as hoped\n      2026-11-02: 35%, 6/10, copy test rolled out\n`,
      );
    }
    if (index % 4 === 0)
      parts.push(
        `  kpi health${index}: Visits that end well\n    target: >= 80%\n    for: o${index}\n    2026-11-01: 85%\n`,
      );
  }
  return parts.join('');
}

/** The least that anything can do with a text: look at each character once. */
export function scan(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines;
}

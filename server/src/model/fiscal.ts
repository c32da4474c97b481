import type { FiscalYear } from '../measure/periods.ts';
import type { PlanSettings } from './plan.ts';

/** The fiscal year that counts in a file: that of the innermost folder with one of its own, else the plan's. */
export function fiscalYearAt({ fiscalYear, foldersWithTheirOwn }: PlanSettings, uri: string): FiscalYear {
  if (foldersWithTheirOwn === undefined) return fiscalYear;
  let found: { readonly folder: string; readonly fiscalYear: FiscalYear } | null = null;
  for (const each of foldersWithTheirOwn) {
    const folder = each.folder.endsWith('/') ? each.folder : `${each.folder}/`;
    if (uri.startsWith(folder) && folder.length > (found?.folder.length ?? 0)) found = each;
  }
  return found?.fiscalYear ?? fiscalYear;
}

/** Begins each line that the suite prints in a browser, where VS Code prints to the same console. */
export const REPORT_MARK = 'okr-suite> ';

/** What a host is given: which extension to load, which compiled suite to run, and in which folder. Full paths. */
export interface SuiteRun {
  readonly extension: string;
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly suite: string;
  readonly workspace: string;
  /** A folder of its own for settings, logs and what else VS Code writes. */
  readonly home: string;
  /** Environment of the extension host, beside this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** Where to put a picture of the window when the suite fails. */
  readonly screenshot: string;
}

/** Runs the suite in a VS Code; resolves to its exit code, 0 where all went well. */
export type Host = (run: SuiteRun) => Promise<number>;

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The plan that the editors open: a key result that cannot be measured, and a reference into another file. */
const PLAN = `cycle 2026-Q4

team support: Support

  objective answers: Answers that end the matter
    owner: @maria
    type: committed
    supports: loyalty

    kr tooling: Improve the tooling
`;
const COMPANY = `cycle 2026-Q4

company acme: Acme

  objective loyalty: Customers come back by themselves
    owner: @helen
    type: committed
`;

/** The fenced blocks of docs/editors.md in a language, in their order: what people will paste is what is tested. */
export function settingsIn(language: string): readonly string[] {
  const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language && text !== undefined ? [text] : [],
  );
}

/** A folder with the plan, and an environment in which the built server is found by its name. */
export function prepare(): { readonly folder: string; readonly plan: string; readonly env: NodeJS.ProcessEnv } {
  const home = mkdtempSync(join(tmpdir(), 'okr-editor-'));
  const bin = join(home, 'bin');
  const folder = join(home, 'plan');
  for (const made of [bin, folder]) mkdirSync(made);
  symlinkSync(join(root, 'dist', 'server', 'okr-language-server.js'), join(bin, 'okr-language-server'));
  writeFileSync(join(folder, 'okr.config.json'), '{}\n');
  writeFileSync(join(folder, 'company.okr'), COMPANY);
  const plan = join(folder, 'support.okr');
  writeFileSync(plan, PLAN);
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  };
  return { folder, plan, env };
}

/** The first line that a program prints of its version; null where there is no such program. */
export function versionOf(program: string): string | null {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n')[0] ?? '') : null;
}

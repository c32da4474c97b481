// Packages what esbuild.mjs built: node scripts/package.mjs [FILE.vsix]
// vsce looks at every file below the folder it packages, which takes ten seconds once .cache holds a VS Code. So it
// gets a folder with nothing but what is shipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { manifest, stageExtension } from './stage.mjs';
import { root } from './toolchain.mjs';

const vsix = resolve(process.argv[2] ?? join(root, `${manifest.name}-${manifest.version}.vsix`));
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const stage = mkdtempSync(join(tmpdir(), 'okr-package-'));
try {
  stageExtension(stage);
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const { status } = spawnSync(process.execPath, [vsce, 'package', ...options], { cwd: stage, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}

// What is shipped, in a folder of its own: the files that package.json allows, and a manifest that every host can read.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from './toolchain.mjs';

/** @type {{ name: string, version: string, files: string[], type?: string }} */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Copies what esbuild.mjs built and what else is shipped. @param {string} folder */
export function stageExtension(folder) {
  for (const path of globSync([...manifest.files, 'README.md'], { cwd: root })) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  // VS Code for the web runs no extension whose manifest says that it is made of ES modules. The built files are not;
  // only the sources are.
  const shipped = JSON.stringify({ ...manifest, type: undefined }, null, 2);
  writeFileSync(join(folder, 'package.json'), `${shipped}\n`);
}

import type { Tree } from './tree.ts';

/** The text of the file, every character as it was read. */
export function print(tree: Tree): string {
  return tree.blocks.map((block) => block.text).join('');
}

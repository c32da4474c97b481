import { readTitle } from '../measure/title-reader.ts';
import type { Reading } from '../measure/reading.ts';
import type { ItemHeader } from '../syntax/tree.ts';

const remembered = new WeakMap<ItemHeader, Reading>();

/** What an item's title says; read once for its header, which stays the same while its block is not edited. */
export function readingOf(item: { readonly header: ItemHeader }): Reading {
  let reading = remembered.get(item.header);
  if (!reading) {
    reading = readTitle(item.header.title.text);
    remembered.set(item.header, reading);
  }
  return reading;
}

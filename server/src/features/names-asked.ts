import type { NamesAsked } from '../model/file-names.ts';
import { lineAt } from './layout.ts';
import { touches } from './cursor.ts';
import { readReference } from '../syntax/references.ts';
import type { Span, Text, Tree } from '../syntax/tree.ts';

const NONE: NamesAsked = { references: [], scopes: [] };

/**
 * What the line at an offset (from the start of the file) names, for those who ask where it is declared. Null where that takes
 * all files: a cycle is declared wherever it is named.
 */
export function namesAsked(tree: Tree, offset: number): NamesAsked | null {
  const placed = lineAt(tree, offset);
  if (placed === null) return NONE;
  const { line, start } = placed;
  switch (line.kind) {
    case 'header':
      switch (line.header) {
        case 'cycle':
          return null;
        case 'kpi':
          // Another file may open it, too.
          return { references: line.id === null ? [] : [[line.id.text]], scopes: [] };
        case 'objective':
        case 'kr':
          return NONE;
        case 'company':
        case 'department':
        case 'team':
        case 'person':
          return { references: [], scopes: named([line.id, line.title]) };
      }
    case 'property':
      return line.property === 'during' ? null : written([line.value, ...line.parts], offset - start);
    case 'initiative':
      return { references: [], scopes: named(line.people) };
    case 'blank':
    case 'comment':
    case 'directive':
    case 'note':
    case 'label':
    case 'entry':
    case 'error':
      return NONE;
  }
}

/** Null where the cursor is on the cycle of a reference, or on the `@` before it. */
function written(texts: readonly Text[], at: number): NamesAsked | null {
  const references = texts.flatMap((text) => readReference(text) ?? []);
  const isOn = (cycle: Span | null): boolean => cycle !== null && touches({ from: cycle.from - 1, to: cycle.to }, at);
  if (references.some(({ cycle }) => isOn(cycle))) return null;
  return { references: references.map(({ parts }) => parts.map(({ text }) => text)), scopes: named(texts) };
}

/** Names as they are written, those of people without the `@`. */
function named(texts: readonly (Text | null)[]): readonly string[] {
  return texts.flatMap((each) => (each === null ? [] : [each.text.replace(/^@/, '')]));
}

import type { KeyResult } from '../model/plan.ts';
import { linesOf } from '../rules/edits.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Line } from '../syntax/tree.ts';
import { asNote, changeIn, hasPlainHeader, indentOf, referredTo, standAlone } from './item-lines.ts';
import { HAS_DIRECTIVE, MIXED_LINES, refusal } from './offers.ts';
import type { Refactoring } from './offers.ts';

const TITLE = said`Turn it into an initiative`;

/**
 * Makes a key result a task of the item above it. Its owner goes with the task; what a task cannot have becomes a note, so
 * that nothing is lost.
 */
export const asInitiative: Refactoring = (snapshot, item) => {
  if (item.kind !== 'kr' || item.objective === null || !hasPlainHeader(item)) return [];
  const refused = referredTo(snapshot, item) ?? whyNot(item);
  if (refused !== null) return [refusal(TITLE, 'refactor.rewrite', refused)];
  return [
    {
      title: TITLE,
      kind: 'refactor.rewrite',
      changes: () =>
        linesOf(item).flatMap((line) => {
          const text = line === item.header ? task(item) : below(item, line);
          if (text === null) return [];
          const lineBreak = item.block.text.slice(line.end, line.to);
          return [changeIn(snapshot, item, line.from, line.to, text === '' ? '' : text + lineBreak)];
        }),
    },
  ];
};

function whyNot(kr: KeyResult): Said | null {
  if (kr.suppressions.length > 0) return HAS_DIRECTIVE;
  return standAlone([kr]) ? null : MIXED_LINES;
}

function task(kr: KeyResult): string {
  const { header, block } = kr;
  const title = block.text.slice(header.title.from, header.end).trim();
  const priority = header.priority === null ? '' : ` (${header.priority.text})`;
  const owner = ownHandle(kr);
  const person = owner === null || title.includes(owner) ? '' : ` ${owner}`;
  return `${indentOf(kr)}[ ] ${title}${priority}${person}`;
}

/** The handle in the key result's own owner line. */
function ownHandle({ owner }: KeyResult): string | null {
  return owner?.kind === 'person' && !owner.inherited && owner.person.handle !== null
    ? `@${owner.person.handle}`
    : null;
}

/** A line below the header as it is to be; null where it stays. */
function below(kr: KeyResult, line: Line): string | null {
  const note = (): string => kr.block.text.slice(line.from, line.from + line.indent) + asNote(kr, line);
  switch (line.kind) {
    case 'property':
      // The task says it already.
      return line.property === 'owner' && line.value.text === ownHandle(kr) ? '' : note();
    case 'entry':
      return note();
    default:
      return null;
  }
}

import type { Place, Plan } from '../model/plan.ts';
import { peopleIn } from '../syntax/values.ts';
import type { Line, Text } from '../syntax/tree.ts';
import type { Entity } from './occurrences.ts';
import { keyOf } from './scope-names.ts';

/** Where prose mentions a person's handle (`@ana` in a note or a remark), which names nobody to the plan; without the `@`. */
export function mentionsOf(plan: Plan, entity: Entity): readonly Place[] {
  const key = handleOf(entity);
  if (key === null) return [];
  return [...plan.documents.values()].flatMap(({ uri, tree }) =>
    tree.blocks.flatMap((block) =>
      block.lines.flatMap((line) =>
        peopleIn(block.text, proseOf(line))
          .filter(({ text }) => keyOf(text.slice(1)) === key)
          .map(({ from, to }): Place => ({ uri, block, span: { from: from + 1, to } })),
      ),
    ),
  );
}

function handleOf(entity: Entity): string | null {
  if (entity.kind === 'person') return entity.handle === null ? null : keyOf(entity.handle);
  return entity.kind === 'scope' && entity.subject.kind === 'person' ? entity.subject.key : null;
}

const NO_PROSE: Text = { from: 0, to: 0, text: '' };

function proseOf(line: Line): Text {
  if (line.kind === 'note' || line.kind === 'entry') return line.body;
  return line.kind === 'property' && line.property !== null && PROSE.has(line.property) ? line.value : NO_PROSE;
}

/** Properties whose value is text. */
const PROSE: ReadonlySet<string> = new Set(['mission', 'vision', 'why', 'not', 'retro', 'source', 'status']);

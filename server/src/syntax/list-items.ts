import type { Said } from './said.ts';
import { said } from './said.ts';
import { skipWhite, trimEnd } from './alphabet.ts';
import { beforeMarks, priorityTag, replacing, syntaxError } from './frame.ts';
import type { Frame } from './frame.ts';
import { letterBullet } from './lists.ts';
import { takeStated } from './stated.ts';
import { piece, quoted, trimmed } from './text.ts';
import type { HeaderLine, ItemHeader, ItemKind, Problem, PropertyLine, Text } from './tree.ts';
import { listParts } from './values.ts';

/** The item that a bullet or check box under a plural label is; its title begins at `content`, emphasis included. */
export function listItem(
  frame: Frame,
  items: ItemKind,
  content: number,
  problems: Problem[],
  box: Text | null = null,
): ItemHeader {
  const marked = beforeMarks(frame, content);
  const letter = letterBullet(frame.text.slice(marked, marked + 8));
  const start = skipWhite(frame.text, marked + letter, frame.end);
  const whole = piece(frame.text, start, trimEnd(frame.text, start, frame.end));
  if (box !== null && /x/i.test(box.text)) problems.push(tickedProblem(box, items));
  const { title, stated } = takeStated(frame, items, whole, false, problems);
  return {
    kind: 'header',
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: start,
    keyword: { from: start, to: start, text: '' },
    faulty: false,
    fromList: true,
    header: items,
    id: null,
    number: null,
    title,
    stated,
    priority: priorityTag(frame, start),
    box,
  };
}

const NAMES: Readonly<Record<ItemKind, Said>> = {
  objective: said`an objective`,
  kr: said`a key result`,
  kpi: said`a KPI`,
};

const EXAMPLES: Readonly<Record<ItemKind, string>> = { objective: 'closed', kr: 'done', kpi: '86%' };

/** A tick says that a task is done; below a plural label there are no tasks yet. */
function tickedProblem({ from, to }: Text, items: ItemKind): Problem {
  const says = items === 'kpi' ? said`Its readings are dated lines below it` : said`Report it in a dated line below it`;
  const message = said`The tick does not count: in this list a check box is ${NAMES[items]}. ${says}, as in YYYY-MM-DD: ${EXAMPLES[items]}`;
  return { rule: 'OKR001', severity: 'hint', from, to, message, fixes: [] };
}

/** `Team: X` between an objective's header and its first key result names the objective's owner. */
export function ownerLine(frame: Frame, header: HeaderLine, problems: Problem[]): PropertyLine {
  const { keyword } = header;
  const value =
    header.header === 'cycle' || header.title === null ? trimmed(frame.text, frame.end, frame.end) : header.title;
  problems.push(
    syntaxError(
      { from: keyword.from, to: value.to },
      said`Between an objective and its first key result, "${keyword.text}:" names the objective's owner. Write "owner: ${quoted(value.text).slice(1)}.`,
      [replacing(said`Write "owner:"`, true, keyword.from, keyword.to, 'owner')],
    ),
  );
  return {
    kind: 'property',
    from: frame.from,
    to: frame.to,
    end: frame.end,
    indent: frame.start - frame.from,
    content: keyword.from,
    property: 'owner',
    name: keyword,
    value,
    parts: listParts(frame.text, value),
  };
}

import { english, said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { CodeLens, Location } from 'vscode-languageserver-types';
import type { Goal, Objective, Plan } from '../model/plan.ts';
import { counted } from '../rules/render.ts';
import type { Snapshot } from '../service.ts';
import { briefOf } from './brief.ts';
import { keyIn } from './inlay-hints.ts';
import { rangeIn } from './layout.ts';
import { declarationsOf } from './links.ts';

const PARTS = ['score', 'supporters', 'check in'] as const;
type Part = (typeof PARTS)[number];

/** The commands of the client that a lens may run. */
export interface LensCommands {
  /** Takes a URI, a position and locations, and shows these. */
  readonly references: string;
  /** Takes the key of an objective. */
  readonly checkIn: string;
}

/**
 * The lenses above the objectives of a file: score and pace, supporters, and the check-in, each where it makes sense. What
 * they say is left to `resolveCodeLens`. A client without
 * commands gets lenses that only tell. Null where the file is not known.
 */
export function codeLenses(snapshot: Snapshot, uri: string, commands: LensCommands | null): CodeLens[] | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  return document.items.flatMap((item) => {
    if (item.kind !== 'objective') return [];
    const { content, end } = item.header;
    const range = rangeIn(document.tree, item.block, { from: Math.min(content, end), to: end });
    return PARTS.filter((part) => isFor(part, item, commands)).map((part) => ({
      range,
      data: { item: item.key, part },
    }));
  });
}

function isFor(part: Part, { keyResults, supportedBy, status }: Objective, commands: LensCommands | null): boolean {
  switch (part) {
    case 'score':
      return keyResults.length > 0;
    case 'supporters':
      return supportedBy.length > 0;
    case 'check in':
      return commands !== null && isGoing(status) && keyResults.some((kr) => isGoing(kr.status));
  }
}

function isGoing({ status }: Goal['status']): boolean {
  return status === 'active' || status === 'blocked';
}

/** The lens with its title and command; as it is where its objective is not there any more. */
export function resolveCodeLens(
  snapshot: Snapshot,
  lens: CodeLens,
  commands: LensCommands | null,
  say: Say = english,
): CodeLens {
  const data: unknown = lens.data;
  const item = snapshot.plan.items.get(keyIn(data) ?? '');
  const part = PARTS.find((each) => typeof data === 'object' && data !== null && 'part' in data && data.part === each);
  if (item?.kind !== 'objective' || part === undefined) return lens;
  switch (part) {
    case 'score':
      return told(lens, scoreText(snapshot.plan, item, say));
    case 'supporters': {
      const title = say(counted(item.supportedBy.length, 'supporter'));
      if (commands === null) return told(lens, title);
      const locations = item.supportedBy.flatMap((goal) => locationsOf(snapshot, goal));
      const args = [item.uri, lens.range.start, locations];
      return { ...lens, command: { title, command: commands.references, arguments: args } };
    }
    case 'check in':
      if (commands === null) return lens;
      return { ...lens, command: { title: say(said`Check in`), command: commands.checkIn, arguments: [item.key] } };
  }
}

function told(lens: CodeLens, title: string): CodeLens {
  return { ...lens, command: { title, command: '' } };
}

function scoreText(plan: Plan, objective: Objective, say: Say): string {
  const brief = briefOf(plan, objective, say);
  return brief === '' ? say(said`No score yet`) : brief;
}

function locationsOf(snapshot: Snapshot, goal: Goal): readonly Location[] {
  return declarationsOf(goal).flatMap(({ uri, block, span }) => {
    const tree = snapshot.tree(uri);
    return tree === null ? [] : [{ uri, range: rangeIn(tree, block, span) }];
  });
}

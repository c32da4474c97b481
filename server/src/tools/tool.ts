import type { Snapshot } from '../service.ts';

/** What a tool is given of the world: the plan as it is now, and the paths that people see. */
export interface ToolScene {
  readonly snapshot: Snapshot;
  /** Turns a URI into a path relative to the workspace. */
  readonly show: (uri: string) => string;
}

/** A text that a caller hands over: what it is, and whether it may be left out. */
export interface ToolInput {
  readonly says: string;
  readonly optional?: true;
}

/** What a tool says, in plain text. `failed` where it could not do what was asked; the text then says why and the way out. */
export interface ToolAnswer {
  readonly text: string;
  readonly failed: boolean;
}

/**
 * A question about the plan that a language model may ask. Tools read and never change anything, and answer from the
 * snapshot alone. The same tools serve the editor and the command line.
 */
export interface Tool {
  readonly name: ToolName;
  /** A few words, for people. */
  readonly title: string;
  /** When to ask and what comes back, for the model. */
  readonly says: string;
  readonly inputs: Readonly<Record<string, ToolInput>>;
  readonly answer: (scene: ToolScene, given: Readonly<Record<string, string | undefined>>) => ToolAnswer;
}

export type ToolName = 'okr_list_plan' | 'okr_show_item' | 'okr_explain_rule' | 'okr_check_text';

export function answered(text: string): ToolAnswer {
  return { text, failed: false };
}

export function refused(text: string): ToolAnswer {
  return { text, failed: true };
}

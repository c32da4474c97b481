/** What a hole of a text is filled with: words of the file, a number, or a phrase that is said in its turn. */
export type SaidArgument = string | number | Said;

/**
 * What a message says, before it is said in a language: an English text with holes `{name}`, and what fills them. The text
 * is what a translation looks up, so that nothing has to be parsed back from a message.
 */
export interface Said {
  readonly text: string;
  readonly args: Readonly<Record<string, SaidArgument>>;
}

/** Says something in one language. */
export type Say = (said: Said) => string;

/** The text of each template, put together when it is said first. */
const texts = new WeakMap<TemplateStringsArray, string>();

/** Tags a template: its holes are numbered from 0 in the order of the English text. */
export function said(parts: TemplateStringsArray, ...args: readonly SaidArgument[]): Said {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.reduce((before, part, index) => `${before}{${String(index - 1)}}${part}`);
    texts.set(parts, text);
  }
  return { text, args: Object.fromEntries(args.entries()) };
}

/** A text of a table as it is, without holes. */
export function worded(text: string): Said {
  return { text, args: {} };
}

/** The English text with its holes filled. A hole without an argument stays, for a test to find. */
export function english({ text, args }: Said): string {
  return filled(text, args, english);
}

/** Fills the holes of a text; `say` says the phrases among the arguments. */
export function filled(text: string, args: Said['args'], say: Say): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const argument = args[name];
    return argument === undefined ? hole : typeof argument === 'object' ? say(argument) : String(argument);
  });
}

/** Several in a row, with the same between any two. */
export function joined(parts: readonly SaidArgument[], between: string): Said {
  return {
    text: parts.map((_, index) => `{${String(index)}}`).join(between),
    args: Object.fromEntries(parts.entries()),
  };
}

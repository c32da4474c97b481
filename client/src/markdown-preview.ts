import { okrHtml } from './okr-html.ts';

type Highlight = (code: string, language: string, attributes: string) => string;

/** What is used of markdown-it, the renderer of VS Code's Markdown preview. */
interface MarkdownIt {
  readonly options: { highlight?: Highlight | null | undefined };
}

/** Gives the preview colours for ```` ```okr ```` fences; those of other languages stay as they were. */
export function extendMarkdownIt<Renderer extends MarkdownIt>(renderer: Renderer): Renderer {
  const { options } = renderer;
  const others = options.highlight;
  options.highlight = (code, language, attributes) =>
    language.toLowerCase() === 'okr' ? okrHtml(code) : (others?.(code, language, attributes) ?? '');
  return renderer;
}

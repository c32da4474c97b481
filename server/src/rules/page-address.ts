import { pageName } from './page.ts';
import { ruleCalled } from './registry.ts';

/** Where the project publishes the pages of its rules. */
const PAGES = 'https://github.com/okr-language/okr-language/blob/main/docs/rules';

/** Markdown of a rule's page with its links to other pages made whole, to be shown elsewhere. */
export function withWholeLinks(markdown: string): string {
  return markdown.replace(/\]\((okr\d{3}-[a-z-]+\.md)\)/g, `](${PAGES}/$1)`);
}

/** The address of a rule's page by its code, for editors and reports to link to; their folder for an unknown code. */
export function pageAddress(code: string): string {
  const rule = ruleCalled(code);
  return rule ? `${PAGES}/${pageName(rule)}` : PAGES;
}

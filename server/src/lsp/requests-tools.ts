import { callTool } from '../tools/registry.ts';
import type { Asking } from './asked.ts';
import { TOOL_REQUEST } from './protocol.ts';
import type { ToolParams } from './protocol.ts';

/** Answers the tools for language models. Paths in the answers are relative to the folder that they lie in. */
export function answerTools({ connection, service, guarded }: Asking, folders: () => readonly string[]): void {
  connection.onRequest(
    TOOL_REQUEST,
    guarded(({ name, input }: ToolParams) => {
      const show = pathIn(folders());
      return callTool({ snapshot: service.snapshot(), show }, name, input);
    }),
  );
}

/** With several folders the path begins with the folder's own name, as the editor shows it. */
function pathIn(folders: readonly string[]): (uri: string) => string {
  return (uri) => {
    const folder = folders.find((each) => uri.startsWith(each.endsWith('/') ? each : `${each}/`));
    if (folder === undefined) return decoded(uri);
    const start = folders.length === 1 ? folder.length : folder.replace(/\/$/, '').lastIndexOf('/');
    return decoded(uri.slice(start).replace(/^\//, ''));
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that stands for itself.
    return path;
  }
}

import { Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageModels, newer } from './newer-vscode.ts';
import { TOOL_REQUEST, type ToolParams, type ToolResult } from './protocol.ts';

/** As package.json contributes them. */
const NAMES = ['okr_list_plan', 'okr_show_item', 'okr_check_text', 'okr_explain_rule'];

/** Offers the server's read-only tools to the language models of the editor, where it has an interface for that. */
export function registerLanguageModelTools(client: BaseLanguageClient): Disposable {
  const { LanguageModelTextPart: TextPart, LanguageModelToolResult: Result } = newer;
  if (TextPart === undefined || Result === undefined) return new Disposable(() => undefined);
  const tools = NAMES.flatMap((name) => {
    const registered = languageModels.registerTool?.(name, {
      async invoke({ input }, token) {
        const params: ToolParams = { name, input };
        const answer = await client.sendRequest<ToolResult | null>(TOOL_REQUEST, params, token);
        if (answer === null) throw new Error('The OKR language server could not answer; its output tells why.');
        // A model reads the message of an error, and can do better at its next try.
        if (answer.failed) throw new Error(answer.text);
        return new Result([new TextPart(answer.text)]);
      },
    });
    return registered ?? [];
  });
  return Disposable.from(...tools);
}

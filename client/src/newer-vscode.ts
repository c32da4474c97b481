import * as vscode from 'vscode';

/**
 * What newer versions of VS Code have than the oldest that is supported, and whose types therefore are not there. Each
 * member is absent where the running one is too old.
 */
interface Newer {
  readonly LanguageModelTextPart: new (text: string) => object;
  readonly LanguageModelToolResult: new (content: readonly object[]) => object;
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string | number | null>,
    version: string,
  ) => object;
}

export interface LanguageModelTool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<object>;
}

export interface McpServerProvider {
  provideMcpServerDefinitions(): object[];
}

interface NewerLanguageModels {
  invokeTool(
    name: string,
    options: { readonly input: unknown; readonly toolInvocationToken: undefined },
  ): Promise<object>;
  registerTool(name: string, tool: LanguageModelTool): vscode.Disposable;
  registerMcpServerDefinitionProvider(id: string, provider: McpServerProvider): vscode.Disposable;
}

/** The running VS Code, with what newer ones may have. */
export const newer: typeof vscode & Partial<Newer> = vscode;

export const languageModels: typeof vscode.lm & Partial<NewerLanguageModels> = vscode.lm;

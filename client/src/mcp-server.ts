import { Disposable, workspace, type ExtensionContext } from 'vscode';
import { languageModels, newer } from './newer-vscode.ts';

/** Tells the editor how to start `okr mcp` for each folder on disk, where it knows MCP servers of extensions. */
export function registerMcpServer(context: ExtensionContext): Disposable {
  const Definition = newer.McpStdioServerDefinition;
  if (Definition === undefined) return new Disposable(() => undefined);
  const program = context.asAbsolutePath('dist/cli/okr.mjs');
  const packageJson: unknown = context.extension.packageJSON;
  const registered = languageModels.registerMcpServerDefinitionProvider?.('okr.mcp', {
    provideMcpServerDefinitions() {
      return (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map(({ name, uri }) => {
          // The editor's own program runs as Node where it is told to.
          const environment = { ELECTRON_RUN_AS_NODE: '1' };
          return new Definition(
            `OKR: ${name}`,
            process.execPath,
            [program, 'mcp', uri.fsPath],
            environment,
            versionOf(packageJson),
          );
        });
    },
  });
  return registered ?? new Disposable(() => undefined);
}

function versionOf(packageJson: unknown): string {
  if (typeof packageJson !== 'object' || packageJson === null || !('version' in packageJson)) return '';
  return typeof packageJson.version === 'string' ? packageJson.version : '';
}

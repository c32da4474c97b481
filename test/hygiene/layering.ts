import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** A source file: its path relative to the project, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The order of the rooms: each may import those before it. `core` is the files that stand beside the rooms. */
const order = ['syntax', 'measure', 'model', 'rules', 'features', 'report', 'core', 'tools', 'node', 'lsp', 'cli'];
/** Neighbours in that order that nevertheless do not know each other. */
const strangers: Readonly<Record<string, readonly string[]>> = { report: ['features'], cli: ['lsp'] };
const pure = new Set(['syntax', 'measure', 'model', 'rules', 'features', 'report', 'core', 'tools']);
const longest = 400;

function mayImport(room: string): readonly string[] {
  return order.slice(0, order.indexOf(room)).filter((other) => !strangers[room]?.includes(other));
}

/** What breaks the architecture in these files, one sentence each, none where all is well. */
export function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path}: server/src has no such room`];
    const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
    const found = importsOf(tree).flatMap((one) => importBreach(file.path, room, one) ?? []);
    if (pure.has(room)) found.push(...impurities(tree));
    const lines = file.text.split('\n').length - 1;
    if (lines > longest) found.push(`has ${String(lines)} lines; ${String(longest)} are the most`);
    return found.map((breach) => `${file.path}: ${breach}`);
  });
}

/** The room a path belongs to: a folder of server/src, `core`, `client`, or undefined where there is none such. */
function roomOf(path: string): string | undefined {
  if (path.startsWith('client/')) return 'client';
  if (['service.ts', 'source.ts', 'host.ts'].some((file) => path === `server/src/${file}`)) return 'core';
  const folder = /^server\/src\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && order.includes(folder) ? folder : undefined;
}

interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ specifier: node.moduleSpecifier.text, typesOnly });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, typesOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal))
        found.push({ specifier: node.argument.literal.text, typesOnly: true });
    } else if (ts.isCallExpression(node)) {
      const [argument] = node.arguments;
      const loads =
        node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(node.expression) && node.expression.text === 'require');
      if (loads && argument && ts.isStringLiteralLike(argument))
        found.push({ specifier: argument.text, typesOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function importBreach(path: string, room: string, { specifier, typesOnly }: Import): string | undefined {
  if (!specifier.startsWith('.')) {
    const worldly =
      specifier === 'vscode' ||
      isBuiltin(specifier) ||
      /^vscode-language(server|client)(\/|-protocol|$)/.test(specifier);
    return pure.has(room) && worldly
      ? `imports ${specifier}, and ${room} is to know neither VS Code nor Node`
      : undefined;
  }
  const target = resolve(path, specifier);
  if (room === 'client') {
    if (target.startsWith('client/')) return undefined;
    return target === 'server/src/lsp/protocol.ts' || (target.endsWith('/package.json') && typesOnly)
      ? undefined
      : `imports ${target}; of the server, a client knows only server/src/lsp/protocol.ts`;
  }
  if (target.endsWith('.json') && !target.startsWith('server/src/')) return undefined;
  const other = roomOf(target);
  if (other === room || (other !== undefined && mayImport(room).includes(other))) return undefined;
  // What a snapshot is, the service says; features and reports are functions of one.
  if (typesOnly && other === 'core' && (room === 'features' || room === 'report')) return undefined;
  // The custom messages are shapes that features fill, as they fill those of the protocol itself.
  if (typesOnly && target === 'server/src/lsp/protocol.ts' && (room === 'features' || room === 'tools'))
    return undefined;
  return `imports ${target}; ${room} may import ${mayImport(room).join(', ') || 'no other room'}`;
}

function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** The clock, the process and the disk, where they are reached without an import. */
function impurities(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && isGlobal(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0) {
      found.push('asks the clock: new Date()');
    } else if (ts.isCallExpression(node) && isGlobal(node.expression, 'Date')) {
      found.push('asks the clock: Date()');
    } else if (ts.isPropertyAccessExpression(node)) {
      if (isGlobal(node.expression, 'Date') && node.name.text === 'now') found.push('asks the clock: Date.now');
      if (isGlobal(node.expression, 'Math') && node.name.text === 'random') found.push('rolls dice: Math.random');
      for (const name of ['performance', 'process']) {
        if (isGlobal(node.expression, name)) found.push(`knows its machine: ${name}.${node.name.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isGlobal(node: ts.Node, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return isGlobal(node.expression, 'globalThis') && node.name.text === name;
  return ts.isIdentifier(node) && node.text === name;
}

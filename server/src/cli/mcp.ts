import { relative, sep } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { version } from '../../../package.json';
import { pathOf } from '../node/files.ts';
import { callTool, TOOLS } from '../tools/registry.ts';
import type { Tool } from '../tools/tool.ts';
import { isFailure } from './failure.ts';
import { silent } from './progress.ts';
import { loadWorkspace } from './workspace.ts';
import type { Request } from './workspace.ts';

const INSTRUCTIONS = `Reads a plan of objectives, key results and KPIs kept as text in .okr files. Nothing is ever written.
Begin with okr_list_plan; okr_show_item tells all about one item. Check every text that you propose with okr_check_text.`;

/**
 * Serves the tools over the Model Context Protocol on standard input and output until the input ends. The files are read
 * anew at each call, so that an answer is of the plan as it is on disk then. `request` gives the folder and the day anew
 * as well.
 */
export async function serveMcp(request: () => Request): Promise<void> {
  const server = new McpServer({ name: 'okr', title: 'OKR', version }, { instructions: INSTRUCTIONS });
  for (const { name, title, says, inputs } of TOOLS) {
    server.registerTool(
      name,
      {
        title,
        description: says,
        inputSchema: shapeOf(inputs),
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      async (input) => {
        const { text, failed } = await answer(request(), name, input);
        return { content: [{ type: 'text', text }], isError: failed };
      },
    );
  }
  await server.connect(new StdioServerTransport());
}

async function answer(request: Request, name: string, input: unknown): Promise<{ text: string; failed: boolean }> {
  const workspace = await loadWorkspace(request, silent);
  if (isFailure(workspace)) return { text: workspace.message, failed: true };
  const { root, snapshot } = workspace;
  const show = (uri: string): string =>
    relative(root, pathOf(uri) ?? uri)
      .split(sep)
      .join('/');
  return callTool({ snapshot, show }, name, input);
}

function shapeOf(inputs: Tool['inputs']): Record<string, z.ZodString | z.ZodOptional<z.ZodString>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { says, optional }]) => {
      const text = z.string().describe(says);
      return [name, optional === true ? text.optional() : text];
    }),
  );
}

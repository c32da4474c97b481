import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { editorHost } from './editor-host.ts';
import { nodeHost } from './node-host.ts';
import { hostByScheme } from './schemes.ts';
import { createServer } from './server.ts';
import { connectOverStdio } from './stdio.ts';

const overStdio = process.argv.includes('--stdio');
const connection = overStdio ? connectOverStdio() : createConnection(ProposedFeatures.all);
createServer(connection, hostByScheme(nodeHost, editorHost(connection)));
connection.listen();

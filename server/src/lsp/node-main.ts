import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { editorHost } from './editor-host.ts';
import { nodeHost } from './node-host.ts';
import { hostByScheme } from './schemes.ts';
import { createServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all);
createServer(connection, hostByScheme(nodeHost, editorHost(connection)));
connection.listen();

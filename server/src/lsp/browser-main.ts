import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorHost } from './editor-host.ts';
import { createServer } from './server.ts';

declare const self: object;

// A web worker of the extension: all files are the editor's.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
createServer(connection, editorHost(connection));
connection.listen();

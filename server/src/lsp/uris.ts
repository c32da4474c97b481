import { URI } from 'vscode-uri';

/** One way of writing each URI: editors differ in what they escape. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** Whether a URI is that of a folder or of something in it. */
export function isIn(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A file directly in a folder. */
export function fileIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}

/** `file` of `file:///a`. */
export function schemeOf(uri: string): string {
  return URI.parse(uri).scheme;
}

/** The last part of a URI's path, unescaped. */
export function nameOf(uri: string): string {
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

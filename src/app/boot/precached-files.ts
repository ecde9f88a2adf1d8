/** One file of this version. `integrity` is as in Subresource Integrity: `sha256-` and the digest in base64. */
export interface PrecachedFile {
  readonly path: string;
  readonly integrity: string;
}

/** Reads what the build wrote into the service worker: `tirkelim-files{path sha256-…|path sha256-…}`. */
export function parsePrecachedFiles(seal: string): readonly PrecachedFile[] {
  const list = insideBraces(seal);
  if (list === '') return [];
  return list.split('|').map((line) => {
    const [path, integrity, ...rest] = line.split(' ');
    if (path === undefined || integrity === undefined || rest.length > 0) {
      throw new Error(`the list of files is damaged at: ${line}`);
    }
    return { path, integrity };
  });
}

/** Reads `tirkelim-version{…}`: SHA-256 in hex over the list of files and the service worker's code. */
export function parseVersion(seal: string): string {
  return insideBraces(seal);
}

function insideBraces(seal: string): string {
  return seal.slice(seal.indexOf('{') + 1, seal.lastIndexOf('}'));
}

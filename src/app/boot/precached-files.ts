/** One file of this version. `integrity` is as in Subresource Integrity: `sha256-` and the digest in base64. */
export interface PrecachedFile {
  readonly path: string;
  readonly integrity: string;
  /** Its length. */
  readonly octets: number;
}

/** Where a file lies in the pack, which has all of them one behind the other. */
export interface PackedFile extends PrecachedFile {
  readonly offset: number;
}

/** The files with their places in the pack, in the order of the list. */
export function packedFiles(files: readonly PrecachedFile[]): readonly PackedFile[] {
  let offset = 0;
  return files.map((file) => {
    const packed = { ...file, offset };
    offset += file.octets;
    return packed;
  });
}

/** Reads what the build wrote into the service worker: `tirkelim-files{path sha256-… octets|path sha256-… octets}`. */
export function parsePrecachedFiles(seal: string): readonly PrecachedFile[] {
  const list = insideBraces(seal);
  if (list === '') return [];
  return list.split('|').map((line) => {
    const [path, integrity, length = '', ...rest] = line.split(' ');
    if (path === undefined || integrity === undefined || !/^\d+$/u.test(length) || rest.length > 0) {
      throw new Error(`the list of files is damaged at: ${line}`);
    }
    return { path, integrity, octets: Number(length) };
  });
}

/** Reads `tirkelim-version{…}`: SHA-256 in hex over the list of files and the service worker's code. */
export function parseVersion(seal: string): string {
  return insideBraces(seal);
}

function insideBraces(seal: string): string {
  return seal.slice(seal.indexOf('{') + 1, seal.lastIndexOf('}'));
}

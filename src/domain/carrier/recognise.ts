import { type Carrier, carrierState } from './carrier.ts';
import { folderMarkIn } from './folder-mark.ts';

/** A file as it was found below a folder that an officer chose. */
export interface FoundFile {
  /** Names of the folders that it lies in, from the chosen one down; empty for one that lies in the chosen one itself. */
  readonly folders: readonly string[];
  readonly name: string;
  /** SHA-256, hex; absent where it could not be read or is too large for a carrier's file. */
  readonly digest?: string;
}

/** Why a file that was found does not count as lying on its carrier. */
export type NotRecognised =
  /** A file of that carrier's name with other octets. */
  | 'differs'
  /** It lies beside or below the mark of a folder that keys were written into, and nowhere else. */
  | 'marked-folder'
  /** Another carrier's key lies in the same folder; a carrier has one (G-2.6). */
  | 'several-keys'
  /** The same key lies in two places. */
  | 'two-places'
  /** Its digest was not kept when it was written: it has to be opened, with its passphrase. */
  | 'needs-passphrase';

export interface Recognised {
  readonly carrier: Carrier;
  readonly file: FoundFile;
}

export interface Recognition {
  readonly seen: readonly Recognised[];
  readonly refused: readonly (Recognised & { readonly why: NotRecognised })[];
  /** Carriers whose file is nowhere. */
  readonly missing: readonly Carrier[];
}

/**
 * G-8: which of the keys that lie in a folder were found on their carriers. A carrier is a folder with one key in it: the root of a medium,
 * or the folder in which a medium stands below the chosen one. `carriers` are all of the register: also keys that count as written make
 * a folder one with several.
 */
export function recognise(carriers: readonly Carrier[], files: readonly FoundFile[]): Recognition {
  const waiting = carriers.filter((carrier) => carrierState(carrier) === 'in-folder');
  const digests = new Set(carriers.flatMap(({ written }) => written?.digest ?? []));
  const names = new Set(waiting.flatMap(({ written }) => written?.fileName ?? []));
  const marks = files.filter(({ name }) => folderMarkIn(name) !== null).map(({ folders }) => folders);
  const isMarked = ({ folders }: FoundFile) =>
    marks.some((mark) => mark.every((folder, i) => folders[i] === folder));
  const keysAt = new Map<string, number>();
  for (const file of files)
    if (digests.has(file.digest ?? '') || names.has(file.name))
      keysAt.set(placeOf(file), (keysAt.get(placeOf(file)) ?? 0) + 1);

  const seen: Recognised[] = [];
  const refused: (Recognised & { why: NotRecognised })[] = [];
  const missing: Carrier[] = [];
  for (const carrier of waiting) {
    const { digest, fileName } = carrier.written ?? {};
    const same = digest === undefined ? [] : files.filter((file) => file.digest === digest);
    const outside = same.filter((each) => !isMarked(each));
    const [file] = [...outside, ...same, ...files.filter(({ name }) => name === fileName)];
    if (file === undefined) {
      missing.push(carrier);
      continue;
    }
    const why = whyNot(file, same.length === 0 ? 0 : Math.max(outside.length, 1));
    if (why === null) seen.push({ carrier, file });
    else
      refused.push({
        carrier,
        file,
        why: why === 'differs' && digest === undefined ? 'needs-passphrase' : why,
      });
  }
  return { seen, refused, missing };

  function whyNot(file: FoundFile, sameCount: number): NotRecognised | null {
    if (isMarked(file)) return 'marked-folder';
    if (sameCount === 0) return 'differs';
    if (sameCount > 1) return 'two-places';
    return (keysAt.get(placeOf(file)) ?? 0) > 1 ? 'several-keys' : null;
  }
}

function placeOf({ folders }: FoundFile): string {
  // No file system has a name with a line break in it and a slash: one place, one text.
  return folders.join('/');
}

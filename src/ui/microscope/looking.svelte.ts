import { encodeUtf8 } from '#domain/base/utf8.ts';
import { microscopeLimitOctets } from '#domain/microscope/file-parts.ts';
import type { GivenFile, Look } from '#domain/microscope/looked-at.ts';

/** How files are looked at: at a station with what it knows, in the auditor's file with nothing but them. */
export type LookAt = (command: {
  readonly files: readonly GivenFile[];
  readonly passphrase?: string;
}) => Promise<Look>;

/** What a browser gives, chosen or dropped. */
export type BrowserFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Files under the microscope. They are held as long as the page is, and a passphrase no longer than it is used. */
export class Looking {
  #lookAt: LookAt;
  readonly #fault: (fault: unknown) => void;
  #files: readonly GivenFile[] = [];
  #rounds = 0;
  look = $state.raw<Look>();
  working = $state(false);
  pasted = $state('');

  /** `fault`: where errors end that are nobody's at the desk. */
  constructor(lookAt: LookAt, fault: (fault: unknown) => void) {
    this.#lookAt = lookAt;
    this.#fault = fault;
  }

  /** Only their sizes are asked of files that are too large. */
  async take(files: readonly BrowserFile[]): Promise<void> {
    if (files.length === 0) return;
    await this.#round(async (isLast) => {
      const given: GivenFile[] = [];
      for (const file of files) given.push(await readFile(file));
      // Cleared meanwhile, or others were dropped: these are forgotten.
      if (!isLast()) return undefined;
      this.#files = given;
      return this.#lookAt({ files: given });
    });
  }

  /** A text that was copied, as a file of that name. */
  async takeText(name: string): Promise<void> {
    const octets = encodeUtf8(this.pasted);
    await this.#round(async () => {
      this.#files = [{ name, size: octets.length, octets }];
      return this.#lookAt({ files: this.#files });
    });
  }

  /** The same files once more, with the passphrase of what is locked in them. */
  async unlock(passphrase: string): Promise<void> {
    await this.#round(() => this.#lookAt({ files: this.#files, passphrase }));
  }

  clear(): void {
    this.#rounds++;
    this.#files = [];
    this.look = undefined;
    this.pasted = '';
    this.working = false;
  }

  /** What was asked last is shown, whichever is ready first. */
  async #round(work: (isLast: () => boolean) => Promise<Look | undefined>): Promise<void> {
    const round = ++this.#rounds;
    this.working = true;
    try {
      const look = await work(() => round === this.#rounds);
      if (round === this.#rounds) this.look = look;
    } catch (fault) {
      if (round === this.#rounds) this.look = undefined;
      this.#fault(fault);
    } finally {
      if (round === this.#rounds) this.working = false;
    }
  }
}

async function readFile(file: BrowserFile): Promise<GivenFile> {
  const { name, size } = file;
  if (size > microscopeLimitOctets) return { name, size };
  try {
    return { name, size, octets: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // A folder, or a medium that is gone: there is nothing to be read.
    return { name, size: 0, octets: new Uint8Array() };
  }
}

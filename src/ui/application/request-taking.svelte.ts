import type { ProvedRequest } from '#operations/application/read-request.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { fileRefusalText } from './request-words.ts';

const requestLimit = 65_536;

interface GivenFile {
  readonly name: string;
  readonly size: number;
  readonly octets?: Uint8Array;
}

/** A PKCS#10 file chosen or dropped: read by content, its signature verified, or refused by name with the reason. */
export class RequestTaking {
  readonly session: Session;
  error = $state<string>();
  readonly #ontaken: (proved: ProvedRequest) => void;

  constructor(session: Session, ontaken: (proved: ProvedRequest) => void) {
    this.session = session;
    this.#ontaken = ontaken;
  }

  async choose(): Promise<void> {
    await this.#take(
      await this.session.office.media.open({
        accept: ['.csr', '.p10', '.req', '.pem', '.der'],
        multiple: false,
        maximumOctets: requestLimit,
      }),
    );
  }

  /** Files dropped go the same way; a dropped directory has no octets and is refused by name. */
  async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    const items = [...(event.dataTransfer?.items ?? [])];
    if (items.some((item) => item.webkitGetAsEntry()?.isDirectory === true)) {
      this.error = words.t.application.noDirectory;
      return;
    }
    const files = [...(event.dataTransfer?.files ?? [])];
    await this.#take(
      await Promise.all(
        files.map(async (file) =>
          file.size > requestLimit
            ? { name: file.name, size: file.size }
            : { name: file.name, size: file.size, octets: new Uint8Array(await file.arrayBuffer()) },
        ),
      ),
    );
  }

  async #take(files: readonly GivenFile[]): Promise<void> {
    this.error = undefined;
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) {
      this.error = words.t.application.oneFileOnly(files.length);
      return;
    }
    if (file.octets === undefined) {
      this.error = `${file.name}: ${refusalText({ type: 'FileTooLarge', limitOctets: requestLimit, seenOctets: file.size })}`;
      return;
    }
    const { acts } = this.session.office;
    const read = await acts.readRequestFile({ name: file.name, octets: file.octets });
    if (read.ok) this.#ontaken(read.value);
    else this.error = fileRefusalText(file.name, read.error);
  }
}

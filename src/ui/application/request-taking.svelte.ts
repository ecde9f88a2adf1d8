import type { ProvedRequest, ReadRequestRefusal } from '#operations/application/read-request.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { fileRefusalText } from './request-words.ts';

const requestLimit = 65_536;

interface FileTooLarge {
  readonly type: 'FileTooLarge';
  readonly limitOctets: number;
  readonly seenOctets: number;
}

interface GivenFile {
  readonly name: string;
  readonly size: number;
  readonly octets?: Uint8Array;
}

/** A PKCS#10 file chosen or dropped: read by content, its signature verified, or refused by name with the reason. */
export class RequestTaking {
  readonly session: Session;
  readonly action: Action;
  readonly #ontaken: (proved: ProvedRequest) => void;

  constructor(session: Session, ontaken: (proved: ProvedRequest) => void) {
    this.session = session;
    this.action = new Action(session, 'nothing');
    this.#ontaken = ontaken;
  }

  choose(): Promise<void> {
    return this.#take(() =>
      this.session.office.media.open({
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
      this.action.refuse(() => words.t.application.noDirectory);
      return;
    }
    // What was dropped is gone when the event is over.
    const files = [...(event.dataTransfer?.files ?? [])];
    await this.#take(() =>
      Promise.all(
        files.map(async (file) =>
          file.size > requestLimit
            ? { name: file.name, size: file.size }
            : { name: file.name, size: file.size, octets: new Uint8Array(await file.arrayBuffer()) },
        ),
      ),
    );
  }

  async #take(given: () => Promise<readonly GivenFile[]>): Promise<void> {
    let fileName = '';
    let count = 0;
    await this.action.perform(
      async () => {
        const files = await given();
        const [file] = files;
        count = files.length;
        fileName = file?.name ?? '';
        if (file === undefined || count > 1) return ok(null);
        const read = await this.#read(file);
        if (read.ok) this.#ontaken(read.value);
        return read;
      },
      { wordsOf: (refusal) => fileRefusalText(fileName, refusal) },
    );
    if (count > 1) this.action.refuse(() => words.t.application.oneFileOnly(count));
  }

  #read({
    name,
    size,
    octets,
  }: GivenFile): Promise<Result<ProvedRequest, ReadRequestRefusal | FileTooLarge>> {
    if (octets !== undefined) return this.session.office.acts.readRequestFile({ name, octets });
    return Promise.resolve(err({ type: 'FileTooLarge', limitOctets: requestLimit, seenOctets: size }));
  }
}

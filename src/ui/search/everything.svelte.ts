import { applicantName, applicantNumbers } from '#domain/application/applicant.ts';
import type { Application } from '#domain/application/application.ts';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';
import {
  type EntryStatus,
  type RegisterEntry,
  entryStatus,
  ownerName,
  ownerNumbers,
} from '#domain/register/register-entry.ts';
import { searchRegister } from '#domain/register/search-register.ts';
import { chainEndsOf, registerIndexOf } from '#ui/register/register-search.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** Where something was found, in the order of the law. */
export const foundKinds = [
  'applications',
  'letters',
  'certificates',
  'revocations',
  'revocationLetters',
  'carriers',
] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface FoundLine {
  readonly href: string;
  readonly number: string;
  readonly name: string;
  /** IIN and BIN, the body's own number, the certificate on the carrier. */
  readonly more: string;
  readonly status?: EntryStatus;
}

export interface FoundPart {
  readonly kind: FoundKind;
  readonly total: number;
  /** The first of them. */
  readonly lines: readonly FoundLine[];
}

interface Searched extends FoundLine {
  readonly text: string;
}

/** So many of a kind are shown; the rest is on the page of that kind. */
const shownOfKind = 10;

/** One question to everything that the office has: what a person is called is enough to find all that concerns that person. */
export class Everything {
  readonly session: Session;
  asked = $state('');
  loaded = $state(false);
  #index = $state.raw<Awaited<ReturnType<typeof registerIndexOf>>>();
  #searched = $state.raw<Readonly<Record<Exclude<FoundKind, 'certificates'>, readonly Searched[]>>>({
    ...{ applications: [], letters: [], revocations: [], revocationLetters: [], carriers: [] },
  });

  constructor(session: Session) {
    this.session = session;
  }

  readonly parts: readonly FoundPart[] = $derived.by(() => {
    const words = searchWords(this.asked);
    if (words.length === 0) return [];
    return foundKinds
      .map((kind): FoundPart => {
        if (kind === 'certificates') return this.#certificates();
        const lines = this.#searched[kind].filter(({ text }) => hasWords(text, words));
        return { kind, total: lines.length, lines: lines.slice(0, shownOfKind) };
      })
      .filter(({ total }) => total > 0);
  });

  async load(): Promise<void> {
    const { session } = this;
    const reading = await session.office.store.read();
    const index = await registerIndexOf(session);
    const owners = new Map(index.entries.map((entry) => [entry.id, entry]));
    const [applications, letters, cases, revocationLetters, carriers] = [
      await reading.list('application', { index: 'number', reverse: true }),
      await reading.list('letter', { index: 'number', reverse: true }),
      await reading.list('revocation', { index: 'number', reverse: true }),
      await reading.list('revocationLetter', { index: 'number', reverse: true }),
      await reading.list('carrier', { index: 'serialNumber' }),
    ];
    this.#index = index;
    this.#searched = {
      applications: applications.map(applicationLine),
      letters: letters.map(({ id, number, content: { body, bodyNumber } }) =>
        searched(`#/applications/letters/${id}`, number, body.name, [bodyNumber, body.bin], body.shortName),
      ),
      revocations: cases.map(({ id, number, serialNumber }) =>
        searched(
          `#/revocations/${id}`,
          number,
          nameOf(owners.get(serialNumber)),
          numbersOf(owners.get(serialNumber)),
          `${serialNumber} ${owners.get(serialNumber)?.subject.email ?? ''}`,
        ),
      ),
      revocationLetters: revocationLetters.map(({ id, number, content: { body, bodyNumber } }) =>
        searched(`#/revocations/letters/${id}`, number, body.name, [bodyNumber, body.bin]),
      ),
      carriers: carriers.map(({ id, serialNumber, assigned }) => {
        const owner = owners.get(assigned?.certificate ?? '');
        return searched(`#/carriers/${id}`, serialNumber, nameOf(owner), numbersOf(owner));
      }),
    };
    this.loaded = true;
  }

  #certificates(): FoundPart {
    const { session } = this;
    const now = session.office.clock.now();
    const ends = chainEndsOf(session);
    const index = this.#index ?? { entries: [], texts: [] };
    const { found } = searchRegister(
      index,
      { text: this.asked },
      { by: 'number', descending: true },
      now,
      ends,
    );
    const lines = found.slice(0, shownOfKind).map((entry) => ({
      href: `#/register/${entry.id}`,
      number: String(entry.number),
      name: nameOf(entry),
      more: numbersOf(entry).join(', '),
      status: entryStatus(entry, now, ends.get(entry.generation)),
    }));
    return { kind: 'certificates', total: found.length, lines };
  }
}

function applicationLine({ id, number, content }: Application): Searched {
  const href =
    content.form === 'G-F1a' ? `#/applications/letters/${content.letterId}` : `#/applications/${id}`;
  const further = `${content.organisationName ?? ''} ${content.email}`;
  return searched(href, number, applicantName(content), applicantNumbers(content), further);
}

function searched(
  href: string,
  number: string,
  name: string,
  numbers: readonly string[],
  further = '',
): Searched {
  return {
    href,
    number,
    name,
    more: numbers.join(', '),
    text: searchText(number, name, ...numbers, further),
  };
}

function nameOf(entry: RegisterEntry | undefined): string {
  return entry === undefined ? '' : ownerName(entry.subject);
}

function numbersOf(entry: RegisterEntry | undefined): readonly string[] {
  return entry === undefined ? [] : ownerNumbers(entry.subject);
}

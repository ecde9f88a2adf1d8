import { memoryWriterLocks } from '#adapters/memory/writer-lock.ts';
import { lazyActs } from '#app/lazy-acts.ts';
import { ok } from '#domain/base/result.ts';
import type { Acts } from '#operations/acts.ts';
import type { Office } from '#operations/office.ts';
import type { Media, OpenedFile, SaveOutcome } from '#ports/media.ts';
import type { WriterLock } from '#ports/writer-lock.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Session } from '#ui/state/session.svelte.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { type OfficeAtWork, anOffice, passphrase, taken } from './office-at-work.ts';

/** A page's session over memory adapters: real acts, real keys without a worker, an officer's files that are said beforehand. */
export interface SessionAtWork {
  readonly session: Session;
  readonly office: OfficeAtWork;
  readonly lock: WriterLock;
  /** What the officer chooses when files are asked for, one answer after the other. */
  readonly toOpen: OpenedFile[][];
  /** How the medium answers, one answer after the other; `written` when nothing is said. */
  readonly toSave: ('offered' | 'cancelled' | 'failed')[];
  /** What lies on the medium, by name. */
  readonly medium: Map<string, Uint8Array>;
  /** Until `restore`, the act of that name is performed by `stand` instead; it may call the real one. */
  readonly plant: <N extends keyof Acts>(name: N, stand: (real: Acts[N]) => Acts[N]) => void;
  readonly restore: () => void;
  /** Opens a locked station as the officer's dialog does, which is then put away. */
  readonly unlock: () => Promise<void>;
  readonly close: () => void;
}

/** `ports`: what the page has in its office instead of the ordinary ones. */
export async function aSession(
  office: OfficeAtWork = anOffice(),
  ports: Partial<Office> = {},
): Promise<SessionAtWork> {
  await words.choose('kk');
  const lock = memoryWriterLocks()();
  await lock.start();
  const planted = new Map<string, unknown>();
  const desk = { ...office.desk, isWriter: () => lock.role === 'writer' };
  const real = lazyActs(
    () => desk,
    {},
    async () => (await import('#operations/acts.ts')).acts,
  );
  const acts = new Proxy(real, {
    get: (target, name) => planted.get(String(name)) ?? (Reflect.get(target, name) as unknown),
  });
  const files = media();
  const session = new Session({ ...portsOf(office, acts, lock), media: files.media, ...ports });
  const stop = await session.begin();
  return {
    session,
    office,
    lock,
    ...files,
    plant: (name, stand) => void planted.set(name, stand(real[name])),
    restore: () => {
      planted.clear();
    },
    async unlock() {
      const [officer] = session.officers;
      taken(
        await session.office.acts.unlockStation({ officerId: officer?.id ?? '', secret: { passphrase } }),
      );
      session.endUnlocking();
    },
    close: stop,
  };
}

/** Until the condition holds: what a page does on its own is never awaited by who waits here. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('it never came to that');
}

/** A promise that is settled from outside. */
export function aGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const gate: { open: () => void } = { open: () => undefined };
  const passed = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  return { passed, open: () => gate.open() };
}

function portsOf({ desk }: OfficeAtWork, acts: Acts, writer: WriterLock): Omit<Office, 'media'> {
  const drawn = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
  return {
    acts,
    store: desk.store,
    custody: desk.custody,
    clock: desk.clock,
    sha256: desk.sha256,
    writer,
    printer: {
      print: () => Promise.resolve(ok(drawn)),
      printUntil: () => Promise.resolve(ok(drawn)),
    },
    measureStrength: (typed) =>
      Promise.resolve({ bits: typed.length * 4, score: typed.length > 20 ? 4 : 1 } as const),
    storage: {
      isPersisted: () => Promise.resolve(true),
      request: () => Promise.resolve('granted'),
      use: () => Promise.resolve(undefined),
      isProbablyPrivate: () => Promise.resolve(false),
    },
    readTable: async (file, spec) => (await import('#adapters/csv/csv-file.ts')).csvFile.read(file, spec),
    writeTable: async (headings, rows) =>
      (await import('#adapters/csv/csv-file.ts')).csvFile.write(headings, rows),
    zip: async (files) => (await import('#adapters/zip/zip.ts')).zipArchive.pack(files),
    demonstration: false,
  };
}

function media(): Pick<SessionAtWork, 'toOpen' | 'toSave' | 'medium'> & { readonly media: Media } {
  const toOpen: OpenedFile[][] = [];
  const toSave: SessionAtWork['toSave'] = [];
  const medium = new Map<string, Uint8Array>();
  return {
    toOpen,
    toSave,
    medium,
    media: {
      canReadBack: true,
      canChooseFolder: true,
      async save({ name }, produce): Promise<SaveOutcome> {
        const answer = toSave.shift() ?? 'written';
        if (answer === 'cancelled') return { type: 'cancelled' };
        if (answer === 'failed') return { type: 'failed', reason: 'medium-full' };
        // The medium has its own; the answer is the page's array itself, as in a browser.
        const octets = await produce();
        medium.set(name, octets.slice());
        return { type: answer, name, octets };
      },
      chooseFolder: () => Promise.resolve(folderInMemory(medium).folder),
      open: () => Promise.resolve(toOpen.shift() ?? []),
    },
  };
}

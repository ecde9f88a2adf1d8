import { trialName, trialOf } from './trial/trial.ts';
import custodyWorkerUrl from '#workers/custody/custody.worker.ts?worker&url';
import { breath } from '#adapters/browser/breath.ts';
import { browserClock } from '#adapters/browser/clock.ts';
import { browserStorage } from '#adapters/browser/storage.ts';
import { BrowserWriterLock, followPageLifecycle } from '#adapters/browser/writer-lock.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import type { Office } from '#operations/office.ts';
import { startStation } from '#operations/station/start.ts';
import type { CancellablePrinter } from '#ports/printer.ts';
import type { Desk, WritingDesk } from '#ports/desk.ts';
import { trustedScriptUrl } from './boot/trusted-types.ts';
import { custodyClient } from './custody-client.ts';
import { lazyActs } from './lazy-acts.ts';
import { registerStore } from './register-store.ts';

export interface Composed {
  readonly office: Office;
  /** Resolves when it is known whether this tab writes. */
  readonly ready: Promise<unknown>;
}

/** The only place that knows every adapter. `onOutdated`: another tab brought a newer register schema (G04). */
export async function compose(options: {
  readonly demonstration: boolean;
  readonly onOutdated: () => void;
}): Promise<Composed> {
  const { demonstration, onOutdated } = options;
  const name = demonstration ? trialName : 'tirkelim';
  const custody = custodyClient(
    () => new Worker(trustedScriptUrl(new URL(custodyWorkerUrl, import.meta.url)), { type: 'module' }),
  );
  const writer = new BrowserWriterLock(`${name}-writer`);
  followPageLifecycle(writer, document);
  const { store, guard } = await registerStore(name, writer, onOutdated);
  const desk: WritingDesk & Pick<Desk, 'random' | 'demonstration'> = {
    store,
    clock: browserClock,
    random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
    sha256,
    custody,
    isWriter: () => writer.role === 'writer',
    verifyRegister: async () => (await import('./log-verification.ts')).verifyInWorker(name),
    copies: guard,
    breathe: breath(),
    demonstration,
  };
  const whole = async () => (await import('./whole-desk.ts')).wholeDesk(desk);
  const media = async () => (await import('#adapters/media/file-system-media.ts')).fileSystemMedia(window);
  let madePrinter: CancellablePrinter | undefined;
  const printer = async (): Promise<CancellablePrinter> =>
    (madePrinter ??= (await import('./worker-printer.ts')).workerPrinter());
  const office: Office = {
    acts: lazyActs(
      whole,
      {
        // The one act without which nothing is shown.
        startStation: (reach) => startStation(desk, reach),
        verifyLog: async (options) =>
          (await import('./log-verification.ts')).verifyLogInWorker(name)(options),
      },
      async () => (await import('#operations/acts.ts')).acts,
    ),
    store,
    custody,
    clock: browserClock,
    sha256,
    writer,
    media: {
      canReadBack: 'showSaveFilePicker' in window,
      save: async (file, produce) => (await media()).save(file, produce),
      canChooseFolder: 'showDirectoryPicker' in window,
      chooseFolder: async (mode) => (await media()).chooseFolder(mode),
      open: async (request) => (await media()).open(request),
    },
    printer: {
      print: async (content, progress) => (await printer()).print(content, progress),
      printUntil: async (...rest) => (await printer()).printUntil(...rest),
    },
    measureStrength: async (passphrase) =>
      (await import('#adapters/passphrase/strength.ts')).measureStrength(passphrase),
    storage: browserStorage(navigator.storage),
    readTable: async (file, spec) => (await import('#adapters/csv/csv-file.ts')).csvFile.read(file, spec),
    writeTable: async (headings, rows) =>
      (await import('#adapters/csv/csv-file.ts')).csvFile.write(headings, rows),
    zip: async (files) => (await import('#adapters/zip/zip.ts')).zipArchive.pack(files),
    demonstration,
    ...(demonstration ? { trial: trialOf(whole) } : {}),
  };
  return { office, ready: writer.start() };
}

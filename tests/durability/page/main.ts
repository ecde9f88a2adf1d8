import { Refused, type Secrets, openOffice, setUpStation, taken } from '#tests/support/station-in-page.ts';
import type { Office } from '#operations/office.ts';
import { judge } from './judge.ts';
import { type Order, say } from './said.ts';
import { watchTransactions } from './watch-transactions.ts';
import { issueSome, revoke, signAndPublish, workForever } from './work.ts';

/** One start of the browser: sets a station up, or judges what the last end left and goes on working. */
const transactions = watchTransactions();
try {
  const office = await openOffice();
  const order = await say<Order>('begin', {});
  if (order.phase === 'set-up') {
    await say('made', await setUpStation(office));
  } else {
    const { faults, rebuilt } = await judge(office, order.acknowledged);
    // Said even where nothing can be opened any more: what was found says why.
    const refusal = await unlockWithEither(office, order).then(
      () => [],
      (cause: unknown) => [wordsOf(cause)],
    );
    await say('judged', {
      faults: [...faults, ...refusal, ...transactions.lax().map((lax) => `E03: ${lax}`)],
      transactions: transactions.seen(),
      rebuilt,
    });
    if (refusal.length > 0) throw new Error('the station does not open');
    if (order.phase === 'work') await workForever(office);
    if (order.phase === 'fill-the-disk') await workToTheBrim(office, order);
  }
} catch (cause) {
  await say('fault', { text: wordsOf(cause) });
}

/** With what lies under it: the register wraps what IndexedDB says. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const below = cause.cause === undefined ? '' : `\nbecause of ${wordsOf(cause.cause)}`;
  return `${cause.name}: ${cause.message}\n${cause.stack ?? ''}${below}`;
}

/** After a cut in the middle of a change of passphrase exactly one of the two opens the vault. */
async function unlockWithEither(
  { acts }: Office,
  { phase, secrets, offeredPassphrase }: Order,
): Promise<void> {
  if (secrets === undefined) throw new Error('no secrets given');
  const { officerId, passphrase } = secrets;
  const first = await acts.unlockStation({ officerId, secret: { passphrase } });
  if (first.ok) {
    // A start that fills the disk may have to open the station again, and knows the passphrase of its beginning.
    if (phase === 'work') await changePassphraseAtTimes(acts, secrets, passphrase);
    return;
  }
  taken(await acts.unlockStation({ officerId, secret: { passphrase: offeredPassphrase ?? passphrase } }));
}

/** Once in a few starts, so that some ends fall into it; it costs two scrypts. */
async function changePassphraseAtTimes(
  acts: Office['acts'],
  { officerId }: Secrets,
  oldPassphrase: string,
): Promise<void> {
  if ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) > 40) return;
  const newPassphrase = `${oldPassphrase.slice(0, 30)} ${crypto.randomUUID()}`;
  await say('passphrase-offered', { passphrase: newPassphrase });
  taken(await acts.changePassphrase({ officerId, oldPassphrase, newPassphrase }));
  await say('passphrase-changed', { passphrase: newPassphrase });
}

/**
 * E11: works until the register says that there is no room. A revocation and the list that carries it have to go through then, and
 * everything else when the test has made room.
 */
async function workToTheBrim(office: Office, order: Order): Promise<void> {
  const [serialNumber = ''] = await issueSome(office, 3);
  await say('please-fill', {});
  let refusal: unknown = null;
  for (let i = 0; i < 2_000 && refusal === null; i++) {
    try {
      await issueSome(office, 4);
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      refusal = cause.refusal;
    }
  }
  if (refusal !== null) {
    // Chromium may have emptied the database that it had no room for: the start makes it anew from the journal.
    const start = taken(await office.acts.startStation());
    if (start.type === 'ready' && start.rebuilt !== undefined) await unlockWithEither(office, order);
    await revoke(office, serialNumber);
    await signAndPublish(office);
  }
  await say('please-make-room', { refusal });
  await issueSome(office, 1);
  await say('room-was-used', { faults: (await judge(office, [])).faults });
}

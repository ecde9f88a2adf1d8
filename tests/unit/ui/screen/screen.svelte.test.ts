// @vitest-environment page
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { ok } from '#domain/base/result.ts';
import {
  blockCount,
  blockOctets,
  frameText,
  maximumScreenOctets,
  transferId,
  writeFrame,
} from '#domain/exchange/screen/frame.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ScreenReading } from '#ui/screen/screen-reading.svelte.ts';
import { ScreenShowing } from '#ui/screen/screen-showing.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { Incoming } from '#ui/stations/incoming.svelte.ts';
import { Pairing } from '#ui/stations/pairing.svelte.ts';
import { Sending } from '#ui/stations/sending.svelte.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { type SessionAtWork, aSession } from '#tests/support/session-at-work.ts';
import { aFieldStation, anAuthority, digestOfStation, handedIn } from '#tests/support/stations-at-work.ts';

/** What the camera hands over of a screen on which that stands, every second picture missed. */
function overTheCamera(octets: Uint8Array | undefined): Uint8Array {
  if (octets === undefined) throw new Error('nothing on the screen');
  let read: Uint8Array | undefined;
  const reading = new ScreenReading(sha256, (content) => (read = content));
  for (let seed = 0; read === undefined && seed < 1000; seed += 2)
    reading.see(frameText(octets, seed, sha256));
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

describe('two stations beside each other', () => {
  let authority: SessionAtWork;
  let field: SessionAtWork;

  beforeEach(async () => {
    authority = await aSession(await anAuthority());
    field = await aSession(await aFieldStation());
  });

  it('are paired over the screen by the words of both, and package and receipt go the same way', async () => {
    const [asking, confirming] = [new Pairing(field.session), new Pairing(authority.session)];
    await asking.requestOnScreen();
    await confirming.showRequest(overTheCamera(asking.screen.octets));
    expect(confirming.shown?.manifestSha256).toBe(asking.saidDigest);
    asking.screen.close();
    expect(asking.screen.octets).toBeUndefined();
    await confirming.confirmRequest();
    await confirming.answerOnScreen(confirming.confirmed ?? '');
    await asking.showAnswer(overTheCamera(confirming.screen.octets));
    expect(asking.shown?.manifestSha256).toBe(confirming.saidDigest);
    await asking.takeAnswer();
    expect([asking.action.error, confirming.action.error, field.session.isSetUp]).toEqual([
      undefined,
      undefined,
      true,
    ]);
    // Nothing lies on a medium.
    expect([field.medium.size, authority.medium.size]).toEqual([0, 0]);

    await handedIn(field.office, applicants[0]);
    const sending = new Sending(field.session);
    expect(sending.isMadeForScreen).toBe(false);
    await sending.send(await digestOfStation(authority.office), 'all');
    expect(sending.isMadeForScreen).toBe(true);
    await sending.madeOnScreen();
    const incoming = new Incoming(authority.session);
    await incoming.choose(overTheCamera(sending.screen.octets));
    expect(incoming.seen?.items).toHaveLength(1);
    await incoming.take();
    expect(incoming.action.said).toBe(words.t.exchange.taken(1, 0, 0));
    const receipt = new Sending(authority.session);
    await receipt.receiptOnScreen(await digestOfStation(field.office));
    const receiving = new Incoming(field.session);
    await receiving.choose(overTheCamera(receipt.screen.octets));
    expect(receiving.seen?.verdict.type).toBe('receipt');
  });

  it('take nothing over the camera that they would not take as a file', async () => {
    const pairing = new Pairing(authority.session);
    await pairing.showRequest(overTheCamera(new Uint8Array(700).fill(3)));
    expect([pairing.action.error, pairing.shown]).toEqual([words.t.refusals.NotAnExchange, undefined]);
  });

  it('what is too large for the screen is said, and not shown', async () => {
    const action = new Action(authority.session);
    const showing = new ScreenShowing(action);
    await showing.show(() => Promise.resolve(ok({ file: new Uint8Array(maximumScreenOctets + 1) })));
    expect([showing.octets, action.error]).toEqual([undefined, words.t.screen.tooLarge]);
    const refused = await showing.show(() =>
      Promise.resolve({ ok: false, error: { type: 'Locked' } } as const),
    );
    expect([refused, showing.octets, action.error]).toEqual([undefined, undefined, words.t.refusals.Locked]);
  });
});

describe('a screen that is read by the camera (K13)', () => {
  const content = Uint8Array.from({ length: 1000 }, (_, i) => i % 253);
  const other = new Uint8Array(900).fill(5);

  it('tells another transfer, goes on with its own, and hands over once', () => {
    const read = vi.fn<(content: Uint8Array) => void>();
    const reading = new ScreenReading(sha256, read);
    reading.see('https://example.kz');
    expect(reading.progress).toEqual({ have: 0, needed: 0 });
    reading.see(frameText(content, 0, sha256));
    reading.see(frameText(other, 1, sha256));
    expect([reading.trouble, reading.progress]).toEqual(['other', { have: 1, needed: 4 }]);
    for (let seed = 1; seed < blockCount(content.length) + 3; seed++)
      reading.see(frameText(content, seed, sha256));
    expect([reading.trouble, read.mock.calls]).toEqual([undefined, [[content]]]);
  });

  it('can be begun again with what is in view now', () => {
    const read = vi.fn<(content: Uint8Array) => void>();
    const reading = new ScreenReading(sha256, read);
    reading.see(frameText(content, 0, sha256));
    reading.startOver();
    expect(reading.progress).toEqual({ have: 0, needed: 0 });
    for (let seed = 0; seed < 3; seed++) reading.see(frameText(other, seed, sha256));
    expect(read.mock.calls).toEqual([[other]]);
  });

  it('whose frames give something else than their name is damaged, until it is begun again', () => {
    const read = vi.fn<(content: Uint8Array) => void>();
    const reading = new ScreenReading(sha256, read);
    const id = transferId(content, sha256);
    const block = new Uint8Array(blockOctets);
    for (let seed = 0; seed < 4; seed++)
      reading.see(writeFrame({ id, length: content.length, seed, block }, sha256));
    reading.see(frameText(content, 0, sha256));
    expect([reading.trouble, read.mock.calls]).toEqual(['damaged', []]);
    reading.startOver();
    for (let seed = 0; seed < 4; seed++) reading.see(frameText(content, seed, sha256));
    expect(read.mock.calls).toEqual([[content]]);
  });
});

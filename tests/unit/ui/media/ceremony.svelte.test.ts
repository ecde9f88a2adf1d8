// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { openCeremony } from '#domain/authority/ceremony.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { CeremonyState } from '#ui/media/ceremony.svelte.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

/** A page over a register as it lay before its last list, and that list. */
async function atOlderCopy() {
  const office = anOffice();
  const { desk } = office;
  const recoveryWords = await setUp(office);
  taken(await signCrl(desk));
  const before = await contentOf(desk.store);
  office.pass(3600);
  const { id } = taken(await signCrl(desk));
  const list = (await (await desk.store.read()).get('crlFile', id))?.octets ?? new Uint8Array();
  const page = await aSession(anOffice(memoryStore(before), '2026-11-24T04:00:00Z'));
  return { ...page, list, recoveryWords, state: new CeremonyState(page.session) };
}

const asFile = (octets: Uint8Array) => [{ name: 'n.crl', size: octets.length, octets }];

describe('files of the station’s own, shown on its page', () => {
  it('a list that is ahead is told, and what is lost is stated with the words, which are then forgotten', async () => {
    const { state, session, toOpen, unlock, list, recoveryWords } = await atOlderCopy();
    toOpen.push(asFile(list));
    const looking = state.look();
    await until(() => session.unlockAsked);
    await unlock();
    await looking;
    expect([state.standing, state.error]).toEqual(['rolled-back', undefined]);
    await until(() => session.station !== undefined && openCeremony(session.station) !== undefined);
    state.text = 'ескі көшірме';
    state.typedWords = recoveryWords.slice(1).join(' ');
    await state.state();
    expect(state.error).toBe(words.t.refusals.RecoveryWordCount({ seen: 23, expected: 24 }));
    state.typedWords = ` ${recoveryWords.join('\n')} `;
    await state.state();
    expect([state.error, state.typedWords, state.text]).toEqual([undefined, '', '']);
    await until(() => session.station?.ceremony?.stated?.text === 'ескі көшірме');
  });

  it('no file chosen asks for no passphrase, and a stranger’s file is refused in words', async () => {
    const { state, session, toOpen, unlock } = await atOlderCopy();
    await state.look();
    expect([state.standing, session.unlockAsked]).toEqual([undefined, false]);
    toOpen.push(asFile(new Uint8Array([1, 2, 3])));
    const looking = state.look();
    await until(() => session.unlockAsked);
    await unlock();
    await looking;
    expect([state.standing, state.error]).toEqual([undefined, words.t.refusals.CrlUnreadable]);
  });
});

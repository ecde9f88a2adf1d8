import { describe, expect, it } from 'vitest';
import { lazyActs } from '#app/lazy-acts.ts';
import { acts } from '#operations/acts.ts';
import { filesUnder } from '#tests/support/source-files.ts';
import { anOffice } from '#tests/support/office-at-work.ts';

type List = typeof acts;

/** The list with other acts in the place of the listed ones, whatever those do. */
const listed = (other: object): List => ({ ...acts, ...other });
/** What the stand-in of an act gives back. */
const answer = (given: Promise<unknown>): Promise<unknown> => given;

describe('the acts of the office', () => {
  it('are listed once, each under the name of its function', async () => {
    expect(Object.keys(acts).length).toBeGreaterThan(40);
    for (const [name, load] of Object.entries(acts)) {
      const act: unknown = await load();
      expect(typeof act, name).toBe('function');
      if (name !== 'bodies') expect((act as { readonly name: string }).name).toBe(name);
    }
  });

  it('are listed where their code lies, and nowhere else', () => {
    const naming = filesUnder('src', '.ts').filter(({ text }) => /import\('[^']*issue\.ts'\)/u.test(text));
    expect(naming.map(({ path }) => path)).toEqual(['src/operations/acts.ts']);
  });

  it('are loaded with the first that is called, each by itself, and get the desk and what they were given', async () => {
    const { desk } = anOffice();
    const loaded: string[] = [];
    const late = lazyActs(
      () => desk,
      {},
      () => {
        loaded.push('list');
        return Promise.resolve(
          listed({
            lockStation: () => {
              loaded.push('lockStation');
              return Promise.resolve((at: unknown, reason: string) =>
                Promise.resolve([at === desk, `locked: ${reason}`]),
              );
            },
          }),
        );
      },
    );
    expect(loaded).toEqual([]);
    expect(await answer(late.lockStation('idle'))).toEqual([true, 'locked: idle']);
    expect(await answer(late.lockStation('officer'))).toEqual([true, 'locked: officer']);
    expect(loaded.filter((each) => each === 'list')).toHaveLength(1);
  });

  it('that are there already are called without any loading', async () => {
    const present = { confirmClock: () => Promise.resolve({ ok: true as const, value: null }) };
    const late = lazyActs(
      () => anOffice().desk,
      present,
      () => Promise.reject(new Error('nothing to load')),
    );
    expect(await late.confirmClock()).toEqual({ ok: true, value: null });
  });

  it('can be called again after a loading that failed, and are no promise themselves', async () => {
    let isBroken = true;
    const late = lazyActs(
      () => anOffice().desk,
      {},
      () =>
        isBroken
          ? Promise.reject(new Error('broken'))
          : Promise.resolve(listed({ lockStation: () => Promise.resolve(() => Promise.resolve('locked')) })),
    );
    await expect(late.lockStation('idle')).rejects.toThrow('broken');
    isBroken = false;
    expect(await answer(late.lockStation('idle'))).toBe('locked');
    expect(await Promise.resolve(late)).toBe(late);
  });

  it('of the CA of State Bodies come all at once, bound to the desk', async () => {
    const { desk } = anOffice();
    const bodies = await lazyActs(
      () => desk,
      {},
      () => Promise.resolve(acts),
    ).bodies();
    expect(await bodies.heldKeys()).toEqual([]);
    expect(Object.keys(bodies)).toContain('receiveLetter');
    expect(await bodies.endCarrier({ carrierId: 'none', how: 'lost', note: '' })).toMatchObject({
      ok: false,
    });
  });
});

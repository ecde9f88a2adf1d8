/** What the papers have in common: the heading blocks of the three annexes, the empty form's facts, groups of digits. */
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import type { FormBlock, PaperFacts } from './content.ts';

/** Top right of the forms of annex 1; its first form bears no «Нысан». */
export function headingR(annex: number, mark?: 'Нысан'): FormBlock {
  return {
    type: 'heading',
    lines: [
      'Қазақстан Республикасы',
      'Негізгі куәландырушы орталығы',
      'қызметінің Қағидаларына',
      `${String(annex)}-қосымша`,
    ],
    ...(mark === undefined ? {} : { mark }),
  };
}

/** Top right of the forms of annex 2. */
export function headingG(annex: number): FormBlock {
  return {
    type: 'heading',
    lines: [
      'Қазақстан Республикасы',
      'Мемлекеттік органдарының',
      'куәландырушы орталығы',
      'қызметінің Қағидаларына',
      `${String(annex)}-қосымша`,
    ],
    mark: 'Нысан',
  };
}

/** Top right of the forms of annex 3. */
export function headingN(annex: number): FormBlock {
  return {
    type: 'heading',
    lines: [
      'Қазақстан Республикасының',
      'Ұлттық куәландыру орталығы',
      'қызметінің Қағидаларына',
      `${String(annex)}-қосымша`,
    ],
    mark: 'Нысан',
  };
}

/** Empty forms are all the same paper: as old as the order, 10 December 2010. */
export function emptyFormFacts(form: string): PaperFacts {
  return { recordId: `${form}-empty`, recordedAt: orderDate };
}

const orderDate: Instant = (() => {
  const instant = parseInstant('2010-12-09T18:00:00Z');
  if (instant === null) throw new Error('no instant');
  return instant;
})();

/** `0a1b 2c3d`: in groups of four from the left, as serial numbers and fingerprints are read aloud. */
export function inGroups(digits: string): string {
  return (
    digits
      .replace(/\s/g, '')
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}

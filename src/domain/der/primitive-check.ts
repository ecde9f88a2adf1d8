import { DerError, type DerProblem } from './der-refusal.ts';
import { isWellFormedOid } from './object-identifier.ts';
import type { DerElement, ToleratedDeviation } from './der-element.ts';
import { lettersFit } from './string-types.ts';
import { tag } from './tag.ts';
import { timeProblem } from './time.ts';

/** The value of a primitive universal type, by X.690 §8 and §11; what `toleratedDeviations` takes is not thrown. */
export function checkPrimitive(
  element: DerElement,
  toleratedDeviations: ToleratedDeviation[] | undefined,
): void {
  const problem = problemOf(element);
  if (problem === null) return;
  const { contentStart } = element;
  if (toleratedDeviations === undefined || !tolerable.has(problem)) throw new DerError(problem, contentStart);
  toleratedDeviations.push({ problem, offset: contentStart });
}

const tolerable: ReadonlySet<DerProblem> = new Set<DerProblem>(['StringLetters', 'FractionOfSecond']);

function problemOf(element: DerElement): DerProblem | null {
  const { bytes, contentStart, end } = element;
  const length = end - contentStart;
  const first = bytes[contentStart] ?? 0;
  switch (element.tag) {
    case tag.boolean:
      return length === 1 && (first === 0 || first === 0xff) ? null : 'BooleanValue'; // §11.1
    case tag.integer:
    case tag.enumerated: {
      const second = bytes[contentStart + 1] ?? 0;
      const padded = length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)); // §8.3.2
      return length === 0 || padded ? 'PaddedInteger' : null;
    }
    case tag.bitString: {
      const unusedMask = (1 << first) - 1;
      const wrong = length === 0 || first > 7 || (length === 1 && first !== 0);
      return wrong || ((bytes[end - 1] ?? 0) & unusedMask & (length > 1 ? 0xff : 0)) !== 0
        ? 'BitStringPadding'
        : null; // §11.2.1
    }
    case tag.null:
      return length === 0 ? null : 'NullWithContent';
    case tag.objectIdentifier:
      return isWellFormedOid(bytes.subarray(contentStart, end)) ? null : 'ObjectIdentifier';
    case tag.utcTime:
    case tag.generalizedTime:
      return timeProblem(element.tag, bytes.subarray(contentStart, end));
    case tag.octetString:
      return null;
    default:
      if ((element.tag & 0xc0) !== 0) return null;
      return lettersFit(element.tag, bytes.subarray(contentStart, end));
  }
}

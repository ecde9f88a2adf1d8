import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';

/** A refusal beside the name of the file that it is about; alone as long as there is no file. */
export function namedRefusal(fileName: string, refusal: WordedRefusal): string {
  const text = refusalText(refusal);
  return fileName === '' ? text : `${fileName}: ${text}`;
}

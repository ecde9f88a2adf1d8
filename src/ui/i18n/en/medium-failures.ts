/** Why a file does not lie on its medium; the end of a sentence. */
export const mediumFailures = {
  'medium-full': 'the medium is full.',
  'not-writable': 'it could not be written.',
  'read-back-differs': 'what was read back differs from what was written.',
  'medium-gone': 'the medium is gone.',
  'file-there-before': 'a file of that name was there before and is not written over.',
};

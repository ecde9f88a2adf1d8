/** Why a file does not lie on its medium; the end of a sentence. */
export const mediumFailures = {
  'medium-full': 'тасымалдағышта орын жоқ.',
  'not-writable': 'жазуға болмады.',
  'read-back-differs': 'қайта оқылғаны жазылғанға сәйкес емес.',
  'medium-gone': 'тасымалдағыш алынып кеткен.',
  'file-there-before': 'мұндай атты файл бұрыннан тұр, оның үстінен жазылмайды.',
};

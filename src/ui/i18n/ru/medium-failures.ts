/** Why a file does not lie on its medium; the end of a sentence. */
export const mediumFailures = {
  'medium-full': 'на носителе нет места.',
  'not-writable': 'записать не удалось.',
  'read-back-differs': 'прочитанное не совпало с записанным.',
  'medium-gone': 'носитель извлечён.',
  'file-there-before': 'файл с таким именем уже был, поверх него не пишется.',
};

export const refusalsRecovery = {
  ShareWordCount: ({ sheet, seen, expected }: { sheet: number; seen: number; expected: number }) =>
    `Набранный лист ${sheet}: нужно ${expected} слова, набрано ${seen}. Наберите лист целиком.`,
  ShareWordWrong: ({ sheet, position }: { sheet: number; position: number }) =>
    position === 0
      ? `Набранный лист ${sheet}: слова не подходят друг к другу. Наберите слова одного листа по порядку.`
      : `Набранный лист ${sheet}: слово ${position} неверно. Прочтите его с листа ещё раз и исправьте.`,
  ShareTwice: ({ number }: { number: number }) =>
    `Лист № ${number} набран дважды. Возьмите другой лист этого набора.`,
  ShareOfOtherStation: ({ number }: { number: number }) =>
    `Набранный лист № ${number} от другой станции. Возьмите лист этой станции.`,
  ShareOfOtherSet: ({ number }: { number: number }) =>
    `Набранный лист № ${number} из другого набора: секрет разделили заново, прежние листы не годятся. Сверьте название набора и возьмите лист последнего.`,
  SharesTooFew: ({ seen, expected }: { seen: number; expected: number }) =>
    `Нужно листов: ${expected}, набрано: ${seen}. Наберите ещё ${expected - seen}.`,
  SharesDisagree:
    'Каждый лист сам по себе верен, но вместе они дают не тот секрет, по которому названы: один из них изменён. Попробуйте другие листы этого набора.',
  OfficerNotPresent:
    'Станцию должен открыть администратор своей парольной фразой: обновить секрет может только он.',
  RecoveryNotMade: 'Станция с тех пор закрывалась, новые слова не годятся. Начните обновление с начала.',
  SplitUnfit: 'Листов может быть от 2 до 9; открывать должны не меньше двух и не больше, чем их есть.',
};

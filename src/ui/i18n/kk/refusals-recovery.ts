/** Sheets of a split recovery secret, as they are typed from paper. */
export const refusalsRecovery = {
  ShareWordCount: ({ sheet, seen, expected }: { sheet: number; seen: number; expected: number }) =>
    `${sheet}-терілген парақ: ${expected} сөз керек, ${seen} сөз терілген. Парақтағы сөздерді түгел теріңіз.`,
  ShareWordWrong: ({ sheet, position }: { sheet: number; position: number }) =>
    position === 0
      ? `${sheet}-терілген парақ: сөздер бірге сәйкес келмейді. Бір парақтың сөздерін ғана, ретімен теріңіз.`
      : `${sheet}-терілген парақ: ${position}-сөз қате. Оны қағаздан қайта оқып, түзетіңіз.`,
  ShareTwice: ({ number }: { number: number }) =>
    `№ ${number} парақ екі рет терілген. Осы жинақтың басқа парағын алыңыз.`,
  ShareOfOtherStation: ({ number }: { number: number }) =>
    `Терілген № ${number} парақ басқа станцияныкі. Осы станцияның парағын алыңыз.`,
  ShareOfOtherSet: ({ number }: { number: number }) =>
    `Терілген № ${number} парақ басқа жинақтан: құпия қайта бөлінген, бұрынғы парақтар жарамайды. Жинақтың атауы мен күнін салыстырып, соңғы жинақтың парағын алыңыз.`,
  SharesTooFew: ({ seen, expected }: { seen: number; expected: number }) =>
    `${expected} парақ керек, терілгені — ${seen}. Тағы ${expected - seen} парақ теріңіз.`,
  SharesDisagree:
    'Әр парақ жеке-жеке дұрыс, бірақ бірге олар өздері аталған құпияны бермейді: біреуі өзгертілген. Осы жинақтың басқа парақтарымен көріңіз.',
  OfficerNotPresent: 'Станцияны әкімші өз құпиясөзімен ашуы керек: құпияны сол ғана жаңартады.',
  RecoveryNotMade: 'Станция содан бері құлыпталған, жаңа сөздер жарамайды. Жаңартуды басынан бастаңыз.',
  SplitUnfit:
    'Парақ саны 2-ден 9-ға дейін, ашатыны 2-ден кем емес және парақ санынан артық емес болуы керек.',
};

export const revocation = {
  grounds: {
    'owners-wish': 'Иесінің өтініші, себебі айтылмаған',
    'key-compromise': 'Жабық кілттің ашылып қалуы',
    'affiliation-changed': 'Жұмыстың тоқтатылуы немесе басқа орынға ауысу',
    'carrier-damaged': 'Тасымалдағыштың бұзылуы',
    liquidation: 'Ұйымның таратылуы',
    'accreditation-ended': 'Аккредиттеу мерзімінің бітуі',
    'court-decision': 'Соттың заңды күшіне енген шешімі',
    cessation: 'Орталық жұмысының тоқтатылуы',
    'own-error-replaced': 'Орталықтың өз қатесі, куәлік ауыстырылды',
    'own-error': 'Орталықтың өз қатесі',
  },
};

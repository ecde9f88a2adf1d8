export const revocation = {
  grounds: {
    'owners-wish': 'Желание владельца, причина не названа',
    'key-compromise': 'Компрометация закрытого ключа',
    'affiliation-changed': 'Увольнение или перевод на другое место',
    'carrier-damaged': 'Повреждение носителя',
    liquidation: 'Ликвидация организации',
    'accreditation-ended': 'Окончание аккредитации',
    'court-decision': 'Вступившее в силу решение суда',
    cessation: 'Прекращение работы центра',
    'own-error-replaced': 'Ошибка самого центра, свидетельство заменено',
    'own-error': 'Ошибка самого центра',
  },
};

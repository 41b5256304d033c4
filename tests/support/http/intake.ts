import type { IntakeDeeds } from '../deeds.ts';
import { instantAt } from '../wall-clock.ts';
import type { Teller } from './teller.ts';

export const intakeDeeds = ({ api, homeId }: Teller): IntakeDeeds => ({
  reports: async (options) => {
    const { homes } = await api.session({});
    const home = options.home ? homes.find((one) => one.label === options.home) : homes[0];
    const done = await api.report({
      place: options.place ?? 'home',
      homeId: home?.id ?? (await homeId('3栋2单元502')),
      category: options.category,
      words: options.words ?? '',
      where: options.where ?? (options.place === 'public' && !options.dangerKind ? '楼下' : ''),
      worse: options.worse ?? false,
      danger: options.danger ?? false,
      ...(options.dangerKind ? { dangerKind: options.dangerKind } : {}),
      ...(options.onlyMine ? { onlyMine: true } : {}),
      ...(options.wish ? { wishFrom: instantAt(options.wish[0]), wishUntil: instantAt(options.wish[1]) } : {}),
      ...(options.reworkOf ? { reworkOf: options.reworkOf.id } : {}),
    });
    return { id: done.id, number: done.number };
  },
  takesDown: async ({ home, who, channel = 'hotline_service', saidAt, ...told }) => {
    const [found] = (await api.intakeHomes({ q: home })).items.filter((one) => one.label === home);
    const person = found?.residents.find((one) => one.name === who);
    const done = await api.intake({
      homeId: found?.id ?? (await homeId(home)),
      ...(person ? { personId: person.id } : { name: who }),
      channel,
      ...(saidAt ? { saidAt: instantAt(saidAt) } : {}),
      place: told.place ?? 'home',
      category: told.category,
      words: told.words ?? '',
      where: told.where ?? (told.place === 'public' ? '楼下' : ''),
      worse: told.worse ?? false,
      danger: told.danger ?? false,
    });
    return { id: done.id, number: done.number };
  },
});

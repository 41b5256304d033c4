import { QUESTIONNAIRES, type Questionnaire, type Section } from '../../shared/surveys/questionnaires.ts';

const FIRST = QUESTIONNAIRES.find(({ questionnaire }) => questionnaire === 'half_year')!;

const LIFTS: Section = { field: 'equipment', questions: [{ code: 'lifts', kind: 'satisfaction', label: '电梯', text: '电梯等得久不久？' }] };

/** The half-yearly questionnaire as the company may ask it one day: about greening no more, about lifts apart, about buildings in other words. */
export const secondEdition = (since: string): Questionnaire => ({
  ...FIRST,
  since,
  sections: [
    ...FIRST.sections
      .filter(({ field }) => field !== 'greening')
      .map(
        (one): Section =>
          one.field === 'buildings' ? { ...one, questions: one.questions.map((each) => ({ ...each, text: `${each.text}（楼里楼外都算）` })) } : one,
      ),
    LIFTS,
  ],
});

/** The company's editions, and a second one of the half-yearly questionnaire beside the first. */
export const withSecond = (since: string): Questionnaire[] => [...QUESTIONNAIRES, secondEdition(since)];

/** The page of the mini-program a survey is answered on, as WeChat names pages. */
export const ANSWER_PAGE = 'surveys/answer/index';

const DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** What a survey's code opens the page with: which survey it is, in the thirty-two characters WeChat leaves room for; no home, no person. */
export const sceneOf = (id: string): string => id.replace(/-/g, '').toLowerCase();

/** The survey a code names; null where it names none. */
export function surveyInScene(scene: string): string | null {
  const found = DIGITS.exec(scene.toLowerCase());
  return found ? found.slice(1).join('-') : null;
}

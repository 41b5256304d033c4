/** The page of the mini-program a survey is answered on, as WeChat names pages. */
export const ANSWER_PAGE = 'surveys/answer/index';

const DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** What a survey's code opens the page with: which survey it is, in the thirty-two characters WeChat leaves room for; no home, no person. */
export const sceneOf = (id: string): string => id.replace(/-/g, '').toLowerCase();

/** As it was before a link was made of it; nothing where it is no part of a link. */
function plain(scene: string): string {
  try {
    return decodeURIComponent(scene);
  } catch {
    return '';
  }
}

/** The survey a code names, as the phone hands the code over; null where it names none. */
export function surveyInScene(scene: string): string | null {
  const found = DIGITS.exec(plain(scene).toLowerCase());
  return found ? found.slice(1).join('-') : null;
}

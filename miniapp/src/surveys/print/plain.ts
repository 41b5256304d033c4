import { ANSWER_PAGE } from '../../../../shared/surveys/scene.ts';

const CELL = 8;
/** Four cells of white around it, as a reader needs. */
const MARGIN = 4 * CELL;

// Outside any function: what is compiled to a state machine keeps both branches, and the mini-program would carry the library along.
const drawer = process.env.TARO_ENV === 'h5' ? () => import('qrcode-generator') : null;

/** A code of the page a survey is answered on, where that is a page in a browser; what draws it is fetched only then, and not part of the mini-program. */
export async function plainCode(scene: string): Promise<string | null> {
  if (!drawer) return null;
  const { default: qrcode } = await drawer();
  const { origin, pathname } = window.location;
  const code = qrcode(0, 'M');
  code.addData(`${origin}${pathname}#/${ANSWER_PAGE}?scene=${scene}`);
  code.make();
  return code.createDataURL(CELL, MARGIN);
}

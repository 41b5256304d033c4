/** Whose answers lie on the phone, where no home answers. */
export const MINE = 'mine';

/** A report and each result of a round show so many at most. */
export const MAX_PHOTOS = 9;

export const MAX_MESSAGE_PHOTOS = 9;

export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;

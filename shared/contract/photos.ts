/** A report and each result of a round show so many at most. */
export const MAX_PHOTOS = 9;

/** So long after taking a matter down a colleague may still hand in photos of the letter or slip it came on [ours]. */
export const TAKEN_PHOTO_HOURS = 24;

export const MAX_MESSAGE_PHOTOS = 9;

export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;

/** From the moment the oldest overdue look is older than this, colleagues are told that reminders stand still [ours]. */
const STAND_STILL_AFTER_MINUTES = 10;

/**
 * Whether nobody has looked after promises for too long. Promises judge themselves by their instants all the same.
 * @param oldestLookSeconds age of the oldest overdue look; 0 where nothing is overdue
 */
export const doRemindersStandStill = (oldestLookSeconds: number): boolean => oldestLookSeconds > STAND_STILL_AFTER_MINUTES * 60;

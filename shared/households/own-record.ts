/** How many lines a file of one's own holds; nobody's own life here comes near. */
export const OWN_FILE_LINES = 5_000;

/** What a line of one's own file is. */
export const OWN_LINES = { ticket: '报过的事', words: '写过的话', photo: '传过的照片、语音', rating: '打的分', consent: '微信消息怎么选' } as const;

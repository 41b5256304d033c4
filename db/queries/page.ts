/** How many rows a page of a list has at most; one more than a page is read to know of a next one. */
export const PAGE = 20;

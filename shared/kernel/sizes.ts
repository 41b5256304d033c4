const MB = 1024 * 1024;

/** How much `bytes` is, as people read it: 8 MB. */
export const sayMegabytes = (bytes: number): string => `${bytes / MB} MB`;

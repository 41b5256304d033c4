/* In the place of schemas read from JSON schemas. */
export function fromJSONSchema() {
  throw new Error('left out of the mini-program: miniapp/config/zod');
}

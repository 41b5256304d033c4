/* In the place of schemas written as JSON schemas. */
function unused() {
  throw new Error('left out of the mini-program: miniapp/config/zod');
}
const later = () => unused;

export {
  later as createStandardJSONSchemaMethod,
  later as createToJSONSchemaMethod,
  unused as extractDefs,
  unused as finalize,
  unused as handleUnrepresentable,
  unused as initializeContext,
  unused as process,
  unused as processSchema,
};

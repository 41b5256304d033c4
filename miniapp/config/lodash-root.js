/* The global object, where there is one; lodash then does without Map and Symbol. */
module.exports = typeof globalThis === 'object' ? globalThis : {};

/* In the place of zod's compiler. */
function unused() {
  throw new Error('left out of the mini-program: miniapp/config/zod');
}

export const INVALID = Symbol.for('zod.compile.invalid');
export { unused as compile, unused as compileFn, unused as withParser, unused as ZodCompileAsyncError, unused as ZodCompileUnsupportedError };

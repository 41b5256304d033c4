import type { Database } from '../../db/connect.ts';

/** What a caller sees of a process that died: the connection is gone, and whether the work was done is not known. */
export class Killed extends Error {
  readonly code = 'CONNECTION_CLOSED';
}

/**
 * A database whose caller may die between any two statements: before one, after one, after the commit with the answer lost.
 * What was inside a transaction is rolled back by Postgres; what was outside stays as far as it came.
 * @param dies asked before and after every statement and after every commit
 */
export function mortal(db: Database, dies: () => boolean): Database {
  const perish = () => {
    if (dies()) throw new Killed('the process was killed');
  };
  const beside = (target: object): object =>
    new Proxy(target, {
      get(inner, name) {
        const value = Reflect.get(inner, name);
        if (name === 'execute')
          return async (statement: never) => {
            perish();
            const rows = await (value as (statement: never) => Promise<unknown>).call(inner, statement);
            perish();
            return rows;
          };
        if (name === 'transaction')
          return async (work: (tx: object) => Promise<unknown>) => {
            const done = await (value as (work: (tx: object) => Promise<unknown>) => Promise<unknown>).call(inner, (tx) => work(beside(tx)));
            perish();
            return done;
          };
        return typeof value === 'function' ? value.bind(inner) : value;
      },
    });
  return beside(db) as Database;
}

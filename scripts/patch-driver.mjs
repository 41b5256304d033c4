// The Postgres driver writes to a connection that has just died, from a timer nobody can catch: the whole process goes down with the database.
// Known upstream and open (porsager/postgres #1066, #1154, #1208; pull requests #1168, #1209); none of it is released.
// Here a query on a dead connection is refused like any other, and nothing is written to a socket that is gone.
import fs from 'node:fs';
import path from 'node:path';

const FILE = 'node_modules/postgres/src/connection.js';
const CHANGES = [
  {
    from: `    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (stream)`,
    to: `    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (socket === null)
      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true

    if (stream)`,
  },
  {
    from: `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`,
    to: `  function nextWrite(fn) {
    if (socket === null)
      return chunk = nextWriteTimer = null, false

    const x = socket.write(chunk, fn)`,
  },
];

/** Mends the driver in `root`, once; says so loudly when the driver is another than the one this was written for. */
export function patchDriver(root) {
  const file = path.join(root, FILE);
  if (!fs.existsSync(file)) return;
  let text = fs.readFileSync(file, 'utf8');
  const todo = CHANGES.filter(({ to }) => !text.includes(to));
  if (todo.length === 0) return;
  for (const { from, to } of todo) {
    if (!text.includes(from))
      throw new Error(`${FILE} is not the driver scripts/patch-driver.mjs was written for; look whether it still needs mending`);
    text = text.replace(from, to);
  }
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}

if (process.argv[1] && import.meta.url.endsWith(path.basename(process.argv[1]))) patchDriver(process.cwd());

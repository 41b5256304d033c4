// WeChat forbids generating code from strings, and zod decides at schema creation: every schema file imports zod from here.
import * as z from 'zod';

z.config({ jitless: true });

export { z };

import { describe } from '@jest/globals';
import { playsForReal } from './play.ts';

describe('真实接口和数据库', () => playsForReal(1));

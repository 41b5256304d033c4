const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take minutes, the longest first. */
const LONG = [
  'year/year',
  'wall/at-once',
  'wall/later',
  'access/matrix',
  'scenarios/real',
  'wall/posts',
  'wall/measures',
  'fuzz/fuzz',
  'api/dismissed',
  'laws/mutants',
  'histories',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(`/tests/${part}`));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};

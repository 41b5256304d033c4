const taro = (useBuiltIns) => ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns }];
const zod = /node_modules[\\/]zod[\\/]/;

// zod asks for no polyfill that the rest does not bring; put into each of its files they would double it.
module.exports = {
  plugins: [require('./config/without-docs.cjs')],
  overrides: [
    { exclude: zod, presets: [taro(process.env.TARO_ENV === 'h5' ? 'usage' : false)] },
    { test: zod, presets: [taro(false)] },
  ],
};

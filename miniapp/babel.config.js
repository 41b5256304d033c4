const taro = (of = {}) => ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, ...of }];

// What pages of ours and what they are made of ask for, these browsers have: WeChat's own on a phone, and any on a desk. Only how it is written is made older.
const browsers = { targets: { chrome: '73', ios: '12.2' } };

module.exports = {
  plugins: [require('./config/without-docs.cjs')],
  presets: [taro(process.env.TARO_ENV === 'h5' ? browsers : {})],
};

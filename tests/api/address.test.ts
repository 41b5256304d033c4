import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../../api/environment.ts';
import { addressInHost, addressOnVercel, networkOf } from '../../api/http/address.ts';
import { WECHAT } from '../support/wechat.ts';
import { SECRETS } from '../support/world.ts';

const from = (headers: Record<string, string>) => new Request('http://house/', { headers });

describe('one subscriber', () => {
  test('is an IPv4 address, or half an IPv6 one; ports, zones and brackets aside', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf(' 203.0.113.9:51413')).toBe('203.0.113.9');
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
    for (const same of ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::', '[2001:db8:0001:2::7]:443', '2001:db8:1:2::1%eth0'])
      expect(networkOf(same)).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    for (const none of ['', 'unknown', 'a'.repeat(3_000), '1.2.3', null, undefined]) expect(networkOf(none)).toBe('nowhere');
  });
});

describe('on Vercel', () => {
  test('it is what Vercel says, whatever else is claimed', () => {
    expect(addressOnVercel(from({ 'x-real-ip': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' }))).toBe('203.0.113.9');
    const claimed = { 'x-real-ip': '203.0.113.9', 'x-forwarded-for': '203.0.113.9', forwarded: 'for=1.2.3.4', 'x-client-ip': '1.2.3.4' };
    expect(addressOnVercel(from(claimed))).toBe('203.0.113.9');
    expect(addressOnVercel(from({ 'x-forwarded-for': '203.0.113.9' }))).toBe('203.0.113.9');
    expect(addressOnVercel(from({}))).toBe('nowhere');
  });
});

describe('in a host', () => {
  test('without proxies nothing a header says is believed', () => {
    expect(addressInHost(0, '1.2.3.4', '203.0.113.9')).toBe('203.0.113.9');
    expect(addressInHost(0, null, '::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(addressInHost(0, '1.2.3.4', undefined)).toBe('nowhere');
  });

  test('behind one’s own proxies it is whom the outermost heard from; what the asker wrote stands further left', () => {
    expect(addressInHost(1, '203.0.113.9', '10.0.0.2')).toBe('203.0.113.9');
    expect(addressInHost(1, '1.2.3.4, 203.0.113.9', '10.0.0.2')).toBe('203.0.113.9');
    expect(addressInHost(1, 'nonsense,,1.2.3.4,  203.0.113.9', '10.0.0.2')).toBe('203.0.113.9');
    expect(addressInHost(2, '1.2.3.4, 203.0.113.9, 10.0.0.7', '10.0.0.2')).toBe('203.0.113.9');
  });

  test('who came past the proxies is known by the socket alone', () => {
    expect(addressInHost(1, null, '198.51.100.7')).toBe('198.51.100.7');
    expect(addressInHost(2, '1.2.3.4', '198.51.100.7')).toBe('198.51.100.7');
  });

  test('how many there are is said at the start, or there are none', () => {
    const { appId, appSecret, pushToken, pushKey } = WECHAT;
    const env = {
      ...SECRETS,
      DATABASE_URL: 'x',
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: appSecret,
      WECHAT_PUSH_TOKEN: pushToken,
      WECHAT_PUSH_KEY: pushKey,
    };
    expect(readEnvironment(env).TRUSTED_PROXIES).toBe(0);
    expect(readEnvironment({ ...env, TRUSTED_PROXIES: '2' }).TRUSTED_PROXIES).toBe(2);
    for (const wrong of ['many', '-1', '1.5', '']) expect(() => readEnvironment({ ...env, TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES/);
  });
});

import { describe, expect, it } from 'vitest';
import { checkUrl } from '../../src/fetch/check-url.ts';
import type { FetchError } from '../../src/fetch/fetch-error.ts';

const strict = { allowPrivate: false, allowedPorts: [80, 443] };

function failureOf(text: string, rules = strict): FetchError {
  try {
    checkUrl(text, rules);
  } catch (error) {
    return error as FetchError;
  }
  throw new Error('Nothing was refused');
}

describe('checkUrl()', () => {
  it('takes pages of the web, without their fragment', () => {
    expect(checkUrl(' https://www.gov.cn/a?id=1#top ', strict).href).toBe('https://www.gov.cn/a?id=1');
    expect(checkUrl('http://政府.cn:80/报告', strict).host).toBe('xn--mxtq1m.cn');
  });

  it.each(['', 'report', '//example.org/', 'http://', 'https://a b/', 'http://[fe80::1%25eth0]/'])(
    'refuses "%s", which is no web address',
    (text) => {
      expect(failureOf(text).code).toBe('url-invalid');
    },
  );

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,a',
    'javascript:alert(1)',
    'gopher://a/',
  ])('refuses the scheme of %s', (text) => {
    expect(failureOf(text)).toMatchObject({
      code: 'url-invalid',
      cure: 'Give an address with http or https',
    });
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'http://[::]/',
  ])('refuses %s in every spelling of its host', (text) => {
    expect(failureOf(text).code).toBe('url-private');
  });

  it('refuses addresses that are never web servers even where private ones are allowed', () => {
    const rules = { ...strict, allowPrivate: true };

    expect(checkUrl('http://127.0.0.1:8080/', rules).port).toBe('8080');
    expect(failureOf('http://169.254.169.254/', rules).code).toBe('url-private');
    expect(failureOf('http://0.0.0.0/', rules).code).toBe('url-private');
  });

  it('refuses ports that are not allowed', () => {
    expect(failureOf('http://example.org:22/').code).toBe('url-port');
    expect(failureOf('https://example.org:6379/').code).toBe('url-port');
    expect(checkUrl('https://example.org:8443/', { ...strict, allowedPorts: [8443] }).port).toBe('8443');
  });

  it('refuses credentials, and says neither them nor the query', () => {
    const error = failureOf('https://user:hunter2@example.org/a?token=hunter3#hunter4');

    expect(error.code).toBe('url-credentials');
    expect(error.message).toBe('Cannot fetch "https://example.org/a?…": it holds a user name or password');
    expect(error.url).toBe('https://example.org/a?…');
  });

  it('says no secret of what cannot be parsed', () => {
    const error = failureOf('https://user:hunter2/@exa mple.org/a?token=hunter3');

    expect(error.code).toBe('url-invalid');
    expect(JSON.stringify([error.message, error.url, error.cause])).not.toContain('hunter');
  });

  it('refuses addresses of more than 2,000 characters', () => {
    expect(failureOf(`https://example.org/${'a'.repeat(2_000)}`).message.length).toBeLessThan(300);
  });
});

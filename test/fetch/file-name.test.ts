import { describe, expect, it } from 'vitest';
import { nameFile } from '../../src/fetch/file-name.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function fromUrl(url: string, type?: string): string {
  return nameFile(new URL(url), type, undefined);
}

function fromHeader(disposition: string, type = docx): string {
  return nameFile(new URL('https://example.org/download?id=7'), type, disposition);
}

describe('nameFile()', () => {
  it('takes the end of the address', () => {
    expect(fromUrl('https://example.org/a/t20200416_123.html', 'text/html')).toBe('t20200416_123.html');
    expect(fromUrl('https://example.org/%E6%8A%A5%E5%91%8A.pdf', 'application/pdf')).toBe('报告.pdf');
    expect(fromUrl('https://example.org/post_1.shtml', 'text/html')).toBe('post_1.shtml');
  });

  it('adds an extension where the address tells none of the kind', () => {
    expect(fromUrl('https://example.org/content.jsp?id=1', 'text/html')).toBe('content.jsp.html');
    expect(fromUrl('https://example.org/2020', 'application/pdf')).toBe('2020.pdf');
    expect(fromUrl('https://example.org/2020', 'application/octet-stream')).toBe('2020');
  });

  it('has a name for a page without one', () => {
    expect(fromUrl('https://example.org/', 'text/html')).toBe('report.html');
    expect(fromUrl('https://example.org/')).toBe('report');
  });

  it.each([
    ['attachment; filename="2020.docx"', '2020.docx'],
    ['attachment; filename="x.docx"; filename*=UTF-8\'\'%E6%B3%95%E6%B2%BB.docx', '法治.docx'],
    ['attachment; filename="%E6%B3%95%E6%B2%BB.docx"', '法治.docx'],
    [`attachment; filename="${Buffer.from('法治.docx').toString('latin1')}"`, '法治.docx'],
    ['attachment; filename="\xb7\xa8\xd6\xce.docx"', '法治.docx'],
    ["attachment; filename=2020.docx; filename*=GBK''%B7%A8", '2020.docx'],
    ['attachment; filename=2020', '2020.docx'],
    ['inline', 'download.docx'],
    ['attachment; filename="', 'download.docx'],
    ['', 'download.docx'],
  ])('reads %s', (disposition, name) => {
    expect(fromHeader(disposition)).toBe(name);
  });

  it.each([
    ['attachment; filename="../../etc/passwd.txt"', 'passwd.txt'],
    ['attachment; filename="..\\\\..\\\\boot.txt"', 'boot.txt'],
    ["attachment; filename*=UTF-8''..%2F..%2Fa.txt", 'a.txt'],
    ["attachment; filename*=UTF-8''a%00b%0Ac.txt", 'a_b_c.txt'],
    ["attachment; filename*=UTF-8''a%E2%80%AEfdp.txt", 'a_fdp.txt'],
    ['attachment; filename=".hidden.txt"', 'hidden.txt'],
    ['attachment; filename="CON.txt"', '_CON.txt'],
    ['attachment; filename="a:b*c?.txt"', 'a_b_c_.txt'],
  ])('makes %s safe to write', (disposition, name) => {
    expect(fromHeader(disposition)).toBe(name);
  });

  it('leaves no folder in the end of an address', () => {
    expect(fromUrl('https://example.org/..%2f..%2fetc%2fpasswd', 'text/plain')).toBe('passwd.txt');
    expect(fromUrl('https://example.org/%E6%8A', 'text/plain')).toBe('%E6%8A.txt');
  });

  it('keeps within 200 bytes, with the extension', () => {
    const name = fromUrl(`https://example.org/${'报'.repeat(150)}.pdf`, 'application/pdf');

    expect(name).toBe(`${'报'.repeat(65)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });
});

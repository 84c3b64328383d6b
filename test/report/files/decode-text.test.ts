import { describe, expect, it } from 'vitest';
import { ReportError } from '../../../src/errors.ts';
import { decodeText } from '../../../src/report/files/decode-text.ts';

const TEXT = '某某区2023年法治政府建设情况报告\r\n2023年,全区受理行政复议申请12件。\r\n';

describe('decodeText()', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(TEXT);

    expect(decodeText(bytes, 'a.txt')).toBe(TEXT);
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]), 'a.txt')).toBe(TEXT);
  });

  it('reads UTF-16 of both byte orders', () => {
    const little = new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    const big = new Uint8Array(Buffer.from(little).swap16());

    expect(decodeText(little, 'a.txt')).toBe(TEXT);
    expect(decodeText(big, 'a.txt')).toBe(TEXT);
  });

  it('reads GB18030', () => {
    // 法治政府建设情况报告。法治政府。
    const gb = Buffer.from('b7a8d6ced5feb8aebda8c9e8c7e9bff6b1a8b8e6a1a3b7a8d6ced5feb8aea1a3', 'hex');

    expect(decodeText(new Uint8Array(gb), 'a.txt')).toBe('法治政府建设情况报告。法治政府。');
  });

  it('reads GB18030 and Big5 of twenty characters', () => {
    // 全区收到行政复议申请六十四件，审结五十八件。
    const gbk = Buffer.from(
      'c8abc7f8cad5b5bdd0d0d5feb8b4d2e9c9eac7ebc1f9caaecbc4bcfea3acc9f3bde1cee5caaeb0cbbcfea1a3',
      'hex',
    );
    // 全區收到行政復議申請六十四件，審結五十八件。
    const big5 = Buffer.from(
      'a5feb0cfa6aca8eca6e6ac46b45fc4b3a5d3bdd0a4bba451a57ca5f3a141bc66b5b2a4ada451a44ba5f3a143',
      'hex',
    );

    expect(decodeText(new Uint8Array(gbk), 'a.txt')).toBe('全区收到行政复议申请六十四件，审结五十八件。');
    expect(decodeText(new Uint8Array(big5), 'a.txt')).toBe('全區收到行政復議申請六十四件，審結五十八件。');
  });

  it('reads UTF-16 without a byte order mark', () => {
    const text = '２０２０年，全区受理行政复议申请12件。\n';

    expect(decodeText(new Uint8Array(Buffer.from(text, 'utf16le')), 'a.txt')).toBe(text);
    expect(decodeText(new Uint8Array(Buffer.from(text, 'utf16le').swap16()), 'a.txt')).toBe(text);
  });

  it('believes the bytes more than what is declared', () => {
    const utf8 = new TextEncoder().encode(TEXT);
    const gb = Buffer.from('b7a8d6ced5feb8aebda8c9e8c7e9bff6b1a8b8e6a1a3b7a8d6ced5feb8aea1a3', 'hex');

    expect(decodeText(utf8, 'a.html', 'gb2312')).toBe(TEXT);
    expect(decodeText(new Uint8Array(gb), 'a.html', 'utf-8')).toBe('法治政府建设情况报告。法治政府。');
  });

  it('reads a GB18030 file that is cut off within a character', () => {
    const gb = Buffer.from('b7a8d6ced5feb8aebda8c9e8c7e9bff6b1a8b8e6a1a3b7a8d6ced5feb8aea1a3b7', 'hex');

    expect(decodeText(new Uint8Array(gb), 'a.txt')).toContain('法治政府建设情况报告。');
  });

  it('reads a UTF-8 file that is cut off within a character', () => {
    const bytes = new TextEncoder().encode(TEXT.repeat(3)).slice(0, -7);

    expect(decodeText(bytes, 'a.txt')).toContain('全区受理行政复议申请12件。');
  });

  it('refuses an empty file, a blank one, a binary one and one above 20 MB, each with a cure', () => {
    const refused = [
      new Uint8Array(),
      new TextEncoder().encode(' \n\u00A0\n'),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0xff]),
      new Uint8Array(20 * 1024 * 1024 + 1),
    ];

    for (const bytes of refused) {
      const error = catchError(() => decodeText(bytes, 'b.txt'));
      expect(error).toBeInstanceOf(ReportError);
      expect((error as ReportError).message).toContain('"b.txt"');
      expect((error as ReportError).cure).toBeTruthy();
    }
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

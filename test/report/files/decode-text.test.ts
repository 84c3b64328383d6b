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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownName } from '../../src/ingest/own-name.ts';
import { isReportName } from '../../src/library/scan-reports.ts';

const HASH = '3c1a9f20b4d1'.repeat(5);

describe('ownName()', () => {
  it('keeps the name that a file came under, and tells it from one that is taken', () => {
    expect(ownName('花都区 2019 年报.html', HASH, () => false)).toBe('花都区 2019 年报.html');
    expect(ownName('a.txt', HASH, (name) => name === 'a.txt')).toBe('a.3c1a9f20b4d1.txt');
  });

  it('gives a name to what has none that a build would look at', () => {
    expect(ownName('README.md', HASH, () => false)).toBe('report-README.txt');
    expect(ownName('data.json', HASH, () => false)).toBe('report-data.txt');
    expect(ownName('../../etc/.passwd', HASH, () => false)).toBe('passwd');
    expect(ownName('', HASH, () => false)).toBe('report.3c1a9f20b4d1');
  });

  it('leads nowhere else and fits a file system, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (original) => {
        const name = ownName(original, HASH, () => false);

        expect(name).not.toMatch(/[/\\:*?"<>|]|\p{Cc}|^\.|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
        expect(isReportName(name)).toBe(true);
      }),
    );
  });
});

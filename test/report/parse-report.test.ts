import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReportError } from '../../src/errors.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';

const FOLDERS = [new URL('../../data/reports/', import.meta.url), new URL('../reports/', import.meta.url)];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) })),
);
const TEXT =
  '2023年,我县扎实推进法治政府建设,严格规范公正文明执法,全年办理行政处罚案件120件,行政许可案件350件,群众满意度持续提升。';

function parse(...lines: string[]): Report {
  return parseReport(new TextEncoder().encode(lines.join('\n')), 'some.txt');
}

/** The error of a refused file; anything but a ReportError fails the test. */
function refusal(run: () => unknown): ReportError {
  try {
    run();
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('parseReport()', () => {
  it('refuses a report without a year and says how to give it', () => {
    const text = TEXT.replace('2023年', '一年来');
    const error = refusal(() => parse('东山县法治政府建设情况报告', text));

    expect(error.message).toContain('which year');
    expect(error.cure).toContain('title with the year');
  });

  it('refuses a report without a region and says how to give it', () => {
    const error = refusal(() => parse('2023年法治政府建设情况报告', TEXT));

    expect(error.message).toContain('which region');
    expect(error.cure).toContain('title with the region');
  });

  it('refuses a text that is no report', () => {
    expect(refusal(() => parse('首页', '登录', '打印')).message).toContain('holds no text of a report');
    expect(refusal(() => parse('The quick brown fox jumps over the lazy dog.')).cure).toBeTruthy();
  });

  it('reads region and year from the printed title where the given one names neither', () => {
    const bytes = new TextEncoder().encode(['东山县2021年法治政府建设情况报告', TEXT].join('\n'));

    expect(parseReport(bytes, 'some.txt', { title: '年度报告' })).toMatchObject({
      region: '东山县',
      year: 2021,
      title: '年度报告',
    });
  });

  it('asks issuer, sign-off and documents of a whole file in that order, and says where they differ', () => {
    const lines = [
      '2023年法治政府建设情况报告',
      '发文机关:平桥区人民政府',
      TEXT,
      '印发《花都区法治政府建设实施方案》,规范行政执法。',
      '浉河区人民政府',
      '2024年1月5日',
    ];
    const regionOf = (...without: readonly number[]) => {
      const { region, problems } = parse(...lines.filter((_, position) => !without.includes(position)));
      return [region, problems.filter((problem) => problem.includes('by the')).length];
    };

    // 我县 stands in the text, so that documents of a district are not its own.
    expect(regionOf()).toEqual(['平桥区', 1]);
    expect(regionOf(1)).toEqual(['浉河区', 0]);
    expect(() => regionOf(1, 4)).toThrow('which region');
  });

  it('takes region, year and title from whoever gives the file', () => {
    const bytes = new TextEncoder().encode(TEXT.replace('2023年', '一年来'));
    const report = parseReport(bytes, 'some.txt', { region: '漳州市东山县', year: 2022, title: '年度报告' });

    expect(report).toMatchObject({
      region: '东山县',
      parents: ['福建省', '漳州市'],
      year: 2022,
      title: '年度报告',
      titlePrinted: false,
    });
  });

  it('takes the region from the sign-off, then from the text', () => {
    expect(parse('2023年法治政府建设情况报告', TEXT, '福建省东山县人民政府').region).toBe('东山县');
    expect(parse('一、工作情况', `2023年,东山县加强领导。${TEXT}`)).toMatchObject({
      region: '东山县',
      title: '漳州市东山县2023年法治政府建设情况报告',
      titlePrinted: false,
      issuer: null,
    });
  });

  it('takes a department for the speaker where it signs, not where it is the source of a region’s report', () => {
    expect(parse('2023年法治政府建设工作总结', TEXT, '东山县司法局', '2023年12月25日')).toMatchObject({
      region: '东山县司法局',
      body: 'department',
    });
    expect(parse('2023年法治政府建设情况报告', '来源:东山县司法局', TEXT)).toMatchObject({
      region: '东山县',
      body: 'county',
    });
  });

  it('tells places of one name apart by the places around them', () => {
    expect(parse('鼓楼区2023年法治政府建设情况报告', TEXT, `按照徐州市部署,${TEXT}`).parents).toEqual([
      '江苏省',
      '徐州市',
    ]);
    expect(parse('北京市朝阳区2023年法治政府建设年度情况报告', TEXT).parents).toEqual(['北京市']);
    const unknown = parse('鼓楼区2023年法治政府建设情况报告', TEXT);
    expect(unknown.parents).toEqual([]);
    expect(unknown.problems.join()).toContain('"鼓楼区" lies');
  });

  it('reads CRLF, GB-style full-width signs and UTF-16 as it reads the rest', () => {
    const lines = ['东山县2023年法治政府建设情况报告', '　　一、工作情况', `　　（一）加强领导。${TEXT}`];
    const plain = parse(...lines);
    const little = parseReport(
      new Uint8Array(Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le')),
      'some.txt',
    );

    expect(little.sections).toEqual(plain.sections);
    expect(little.paragraphs.map(({ text }) => text)).toEqual(plain.paragraphs.map(({ text }) => text));
  });

  it.each(FILES.map(({ name, bytes }) => [name, bytes] as const))('loses no line of %s', (name, bytes) => {
    const report = parseReport(bytes, name);
    const kept = [report.sections, report.paragraphs, report.metadata, report.dropped].flatMap((part) =>
      part.map(({ line }) => line),
    );
    const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
    const printed = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));

    expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(printed);
  });

  it.each(FILES.map(({ name, bytes }) => [name, bytes] as const))(
    'numbers paragraphs and sections of %s without gap',
    (name, bytes) => {
      const { paragraphs, sections } = parseReport(bytes, name);

      expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1));
      expect(sections.map(({ index }) => index)).toEqual(sections.map((_, index) => index));
      for (const paragraph of paragraphs) {
        expect(paragraph.chain).toEqual(sections[paragraph.section]?.chain ?? []);
      }
    },
  );

  it('throws nothing but a ReportError on files that are cut off or damaged', () => {
    const file = fc.constantFrom(...FILES);
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 40 });
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), edits, ({ bytes }, from, length, changes) => {
        const start = from % bytes.length;
        const damaged = bytes.slice(start, start + 1 + (length % bytes.length));
        for (const [position, value] of changes) damaged[position % damaged.length] = value;
        acceptRefusal(() => parseReport(damaged, 'damaged.txt'));
      }),
      { numRuns: 60 },
    );
  });

  it('throws nothing but a ReportError on shuffled lines and stray text, and loses none of it', () => {
    const pieces = [
      '一、工作情况',
      '(一)加强领导。',
      '1.1领导',
      '1.',
      '(',
      '①',
      '来源:',
      '首页 > 正文',
      '特此报告。',
      '2024年1月5日',
      '东山县人民政府',
      TEXT,
      '|',
      '**',
      '# ',
    ];
    const lines = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 30 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(lines, (between) => {
        const all = ['东山县2023年法治政府建设情况报告', ...between, TEXT].join('\n');
        acceptRefusal(() => {
          const report = parseReport(new TextEncoder().encode(all), 'some.txt');
          const kept = [report.sections, report.paragraphs, report.metadata, report.dropped].flat();
          const seen = new Set(kept.map(({ line }) => line));
          const printed = all
            .split(/\r\n|\n|\r/)
            .flatMap((line, index) => (/[\p{L}\p{N}]/u.test(line) ? [index + 1] : []));
          expect(printed.filter((line) => !seen.has(line))).toEqual([]);
        });
      }),
      { numRuns: 150 },
    );
  });
});

function acceptRefusal(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
}

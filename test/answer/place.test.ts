import { describe, expect, it } from 'vitest';
import { citeHeading, citeMetadata, citeParagraph } from '../../src/answer/cite.ts';
import { englishName, fullName, placeAndYear } from '../../src/answer/place.ts';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');
const ten = useReports('test/reports');

describe('fullName()', () => {
  it.each([
    ['004', '广州市花都区'],
    ['001', '茂名市高州市'],
  ])('names the region of report %s with its parent: %s', (prefix, name) => {
    expect(fullName(five.reportOf(prefix))).toBe(name);
  });

  it('says the parent once where the name begins with it', () => {
    expect(fullName(ten.reportOf('018'))).toBe('邳州市市场监督管理局');
  });
});

describe('englishName()', () => {
  it.each([
    ['004', 'Huadu District (广州市花都区)'],
    ['003', 'Fuling High-tech Zone (重庆市涪陵高新技术产业开发区)'],
  ])('spells the region of report %s: %s', (prefix, name) => {
    expect(englishName(five.reportOf(prefix))).toBe(name);
  });

  it.each([
    ['012', 'Wuyuan County'],
    ['014', 'Changyang Autonomous County'],
    ['015', 'Banner'],
    ['019', 'Xiqiao Town'],
    ['016', 'Tianshui City'],
  ])('names the kind of the region of report %s: %s', (prefix, name) => {
    expect(englishName(ten.reportOf(prefix))).toContain(name);
  });
});

describe('placeAndYear()', () => {
  it('is in the language of the question', () => {
    expect(placeAndYear(five.reportOf('004'), 'zh')).toBe('广州市花都区2019年');
    expect(placeAndYear(five.reportOf('004'), 'en')).toBe('Huadu District (广州市花都区), 2019');
  });
});

describe('citing', () => {
  const huadu = () => five.library.report(five.reportOf('004').id)!;

  it('cites a paragraph with its headings, and by default all of it', () => {
    const paragraph = huadu().paragraphs[24]!;

    expect(citeParagraph(huadu(), paragraph)).toMatchObject({
      file: '004_a9bec1d6296ff772.txt',
      region: '花都区',
      year: 2019,
      section: paragraph.chain,
      paragraph: 25,
      quote: paragraph.text,
      text: paragraph.text,
    });
  });

  it('cites a line of metadata as paragraph 0', () => {
    const [line] = huadu().metadata;

    expect(citeMetadata(huadu(), line!)).toMatchObject({ paragraph: 0, section: [], quote: line!.text });
  });

  it('cites a heading by its paragraph where text follows it, else by itself', () => {
    const runIn = huadu().sections.find((section) => section.heading.startsWith('1.发挥复议功能'))!;
    const alone = huadu().sections.find((section) => section.heading.startsWith('一、2019年工作情况'))!;

    expect(citeHeading(huadu(), runIn)).toMatchObject({
      paragraph: 25,
      quote: runIn.heading,
      text: huadu().paragraphs[24]!.text,
    });
    expect(citeHeading(huadu(), alone)).toMatchObject({ quote: alone.heading, text: alone.heading });
  });
});

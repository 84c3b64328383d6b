import { describe, expect, it } from 'vitest';
import { findDocumentRegion } from '../../src/report/document-region.ts';

function find(...paragraphs: readonly string[]): string | undefined {
  return findDocumentRegion({ head: [], paragraphs })?.name;
}

describe('findDocumentRegion()', () => {
  it('takes whose documents were issued, not whose were carried out', () => {
    expect(
      find(
        '深入贯彻《信阳市文明行为促进条例》《信阳市城市管理条例》《信阳市传统村落保护条例》。',
        '印发《平桥区法治政府建设实施方案》。',
      ),
    ).toBe('平桥区');
    expect(find('贯彻落实《信阳市文明行为促进条例》。')).toBeUndefined();
  });

  it('takes a document of the kind of region that the text calls its own', () => {
    const named = '出台《信阳市城市管理条例》，平桥区印发《平桥区文明条例》《平桥区行政执法监督办法》。';

    expect(find(`我市依法行政。${named}`)).toBe('信阳市');
    expect(find(`我区依法行政。${named}`)).toBe('平桥区');
  });

  it('finds none where documents of two are named as often, or none is named by its region', () => {
    expect(
      find('印发《平桥区法治政府建设实施方案》。', '印发《浉河区法治政府建设实施方案》。'),
    ).toBeUndefined();
    expect(find('印发《重大行政决策程序规定》,平桥区依法行政。')).toBeUndefined();
  });

  it('leaves open which of several places of one name is meant', () => {
    const found = findDocumentRegion({ head: [], paragraphs: ['制定《鼓楼区行政执法监督办法》。'] });

    expect(found).toMatchObject({ name: '鼓楼区', parents: [] });
  });

  it.each([
    ['平政〔2024〕3号', '平桥区'],
    ['平桥政办〔2024〕3号', '平桥区'],
    ['信平政发[2024]3号', '平桥区'],
    ['浉政函（2024）13号', '浉河区'],
    ['豫政〔2024〕3号', undefined],
  ])('reads the number %s that the report bears as that of a region it names', (number, name) => {
    const paragraphs = ['平桥区和浉河区联合执法,全区依法行政。'];

    expect(findDocumentRegion({ head: [number], paragraphs })?.name).toBe(name);
  });

  it('reads the number of a document that was issued, where one region alone fits', () => {
    expect(find('印发实施方案(平政〔2024〕3号),平桥区依法行政。')).toBe('平桥区');
    expect(find('根据信政〔2024〕3号文件,信阳市依法行政。')).toBeUndefined();
    expect(find('印发实施方案(平政〔2024〕3号),平桥区、平山县依法行政。')).toBeUndefined();
    expect(find('印发实施方案(平政〔2024〕3号)。')).toBeUndefined();
  });
});

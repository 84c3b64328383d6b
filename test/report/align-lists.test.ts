import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLists } from '../../src/report/align-lists.ts';
import { scanNumbers } from '../../src/report/scan-numbers.ts';

/** The values of a text that a list names, each with its label and the items that it is not. */
function listed(text: string): [string, string, readonly string[]][] {
  const numbers = scanNumbers(text);
  return [...alignLists(text, numbers)].map(([position, { label, others }]) => {
    const number = numbers[position];
    return [text.slice(number?.start, number?.end), label, others];
  });
}

function labels(text: string): [string, string][] {
  return listed(text).map(([raw, label]) => [raw, label]);
}

describe('alignLists()', () => {
  it('hands values out to the items in front of 分别', () => {
    expect(listed('城北区、城南区、临港新区分别受理3.1万件、2.8万件、9000件。')).toEqual([
      ['3.1万件', '城北区受理', ['城南区', '临港新区']],
      ['2.8万件', '城南区受理', ['城北区', '临港新区']],
      ['9000件', '临港新区受理', ['城北区', '城南区']],
    ]);
  });

  it('finds the items in the clause before', () => {
    expect(labels('大丰镇、柳林镇、河东街道办案量居前三,分别为114件、87件、63件。')).toEqual([
      ['114件', '大丰镇办案量'],
      ['87件', '柳林镇办案量'],
      ['63件', '河东街道办案量'],
    ]);
  });

  it('takes items with counts of their own, which stand behind or before their names', () => {
    expect(labels('办理代表建议95件、委员提案132件,办成率分别为81.2%、86.5%。')).toEqual([
      ['81.2%', '代表建议办成率'],
      ['86.5%', '委员提案办成率'],
    ]);
    expect(labels('对全市218家客运企业、69家货运企业开展评价,评为优秀的分别有31家和7家。')).toEqual([
      ['31家', '客运企业评为优秀的'],
      ['7家', '货运企业评为优秀的'],
    ]);
  });

  it('gathers items from clauses and from the sentence before', () => {
    expect(labels('全年受理投诉12件,举报15件,办结率分别为98%、99%。')).toEqual([
      ['98%', '投诉办结率'],
      ['99%', '举报办结率'],
    ]);
    expect(labels('全市共有公职律师12名、法律顾问15名。两类人员分别增加3名、5名。')).toEqual([
      ['3名', '公职律师人员增加'],
      ['5名', '法律顾问人员增加'],
    ]);
  });

  it('tells items from what is said of all of them', () => {
    expect(labels('委托自贸区南岭、东江、北湖三个片区实施的事项分别为19项、17项、16项')).toEqual([
      ['19项', '南岭片区实施的事项'],
      ['17项', '东江片区实施的事项'],
      ['16项', '北湖片区实施的事项'],
    ]);
    expect(labels('公安、城管、市场监管等三个部门立案数分别为12件、15件、19件')).toEqual([
      ['12件', '公安部门立案数'],
      ['15件', '城管部门立案数'],
      ['19件', '市场监管部门立案数'],
    ]);
  });

  it('hands shares of one rate out without 分别', () => {
    expect(labels('办理代表建议85件、委员提案132件,办复率100%,满意率98.6%和99.2%。')).toEqual([
      ['98.6%', '代表建议满意率'],
      ['99.2%', '委员提案满意率'],
    ]);
    expect(labels('城东局和城西局的满意率为98.6%和99.2%')).toEqual([
      ['98.6%', '城东局满意率'],
      ['99.2%', '城西局满意率'],
    ]);
  });

  it.each([
    ['报备率、及时率、规范率均为100%', '报备率、及时率、规范率'],
    ['办理建议12件,见面率、答复率均达100%', '见面率、答复率'],
    ['报备率和规范率100%', '报备率和规范率'],
  ])('gives the one value of "%s" all names', (text, label) => {
    expect(listed(text).at(-1)).toEqual(['100%', label, []]);
  });

  it.each([
    '城北区、城南区分别受理31件、28件、9件。',
    '城北区、城南区、临港新区分别受理31件、28件。',
    '分别以30%、50%、70%的频率抽查。',
    '共开展培训3场、5场。',
    '立案数同比分别下降12%、3%。',
    '满意和基本满意率99.4%。',
    '从以前的30个工作日压缩至10个工作日。',
  ])('names no value of "%s"', (text) => {
    expect(listed(text)).toEqual([]);
  });

  it('cuts no word that has 和, 及 or 与 in it', () => {
    expect(labels('调解和解、普及宣传、参与监督分别3件、5场、8次')).toEqual([
      ['3件', '调解和解'],
      ['5场', '普及宣传'],
      ['8次', '参与监督'],
    ]);
    expect(labels('行政调解案件、人民调解案件分别为12件、30件。')).toEqual([
      ['12件', '行政调解案件'],
      ['30件', '人民调解案件'],
    ]);
  });

  it('gives the i-th value the i-th name and none of the others', () => {
    const name = fc
      .tuple(fc.constantFrom(...'松柳杨桃梅兰竹菊荷莲桐枫'), fc.constantFrom(...'山水河湖岭溪泉塘坪湾'))
      .map((signs) => signs.join(''));
    const list = fc
      .record({
        names: fc.uniqueArray(name, { minLength: 2, maxLength: 7 }),
        word: fc.constantFrom('镇', '区', '县', '街道', '社区', '法庭'),
        last: fc.constantFrom('、', '和', '及', '与', '以及'),
        lead: fc.constantFrom('', '全年', '其中,', '全市收到申请999件,'),
        said: fc.constantFrom('分别受理', '分别为', '办案量分别为', '办案量居前,分别是', '的立案数分别达'),
        between: fc.constantFrom('、', '和'),
      })
      .filter(({ names }) => new Set(names).size === names.length);
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.integer({ min: 1, max: 99_999 })), (given, stream) => {
        const names = given.names.map((one) => one + given.word);
        const values = names.map(() => `${stream.next().value}件`);
        const items = names.slice(0, -1).join('、') + given.last + names.at(-1);
        const printed = values.slice(0, -1).join('、') + given.between + values.at(-1);

        const found = listed(`${given.lead}${items}${given.said}${printed}。`);

        expect(found.map(([raw]) => raw)).toEqual(values);
        for (const [index, [, label, others]] of found.entries()) {
          expect(label).toContain(names[index]);
          expect(names.filter((one) => label.includes(one))).toEqual([names[index]]);
          expect(others).toEqual(names.filter((one) => one !== names[index]));
        }
      }),
    );
  });
});

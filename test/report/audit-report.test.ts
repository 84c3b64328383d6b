import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditReport, checkReport } from '../../src/report/audit-report.ts';
import type { Check } from '../../src/report/check.ts';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';

function folder(path: string): string {
  return fileURLToPath(new URL(`../../${path}/`, import.meta.url));
}

function read(path: string, file: string, change: (text: string) => string = (text) => text): Report {
  return parseReport(Buffer.from(change(readFileSync(folder(path) + file, 'utf8'))), file);
}

/** A report with one paragraph of its own. */
function reportWith(text: string): Report {
  return parseReport(
    Buffer.from(`某某县2021年法治政府建设情况报告\n一、依法行政情况\n${text}\n`),
    'made.txt',
    { region: '某某县' },
  );
}

const contradictions = (text: string) => auditReport(reportWith(text));
const computations = (checks: readonly Check[]) => checks.map((check) => check.computation);

describe('auditReport() over the five reports', () => {
  const found = (file: string) =>
    auditReport(read('data/reports', file)).map((check) => `${check.kind} ${check.computation}`);

  it('recomputes a share that its counts do not bear out', () => {
    expect(found('001_3f0a2276b96b94a9.txt')).toContain('share 1895项 ÷ 2018项 = 93.90%');
    expect(found('000_3c115c7df20157ef.txt')).toContain('share 38件 ÷ 59件 = 64.41%');
    expect(found('004_a9bec1d6296ff772.txt')).toContain('share 364宗 ÷ 396宗 = 91.92%');
  });

  it('finds one label with two figures, and one thing counted differently in two places', () => {
    expect(found('001_3f0a2276b96b94a9.txt')).toContain('label 36宗 ≠ 1299宗');
    expect(found('001_3f0a2276b96b94a9.txt')).toContain('count 56个 ≠ 54个');
    expect(found('004_a9bec1d6296ff772.txt')).toContain('count 188条 + 63个 = 251个 ≠ 252个');
  });

  it('finds a hotline and a date that cannot be meant', () => {
    const hotline = auditReport(read('data/reports', '003_fbf732c6178dedf1.txt'));
    const date = auditReport(read('data/reports', '001_3f0a2276b96b94a9.txt')).find(
      (check) => check.kind === 'date',
    );

    expect(hotline.map((check) => check.message.zh)).toEqual([
      '热线号码印作“121345”,全国统一的政务服务便民热线是12345',
    ]);
    expect(date?.message.zh).toContain('11月8日');
  });

  it('finds a claim of all that the report takes back', () => {
    expect(
      auditReport(read('data/reports', '000_3c115c7df20157ef.txt')).map((check) => check.kind),
    ).toContain('claim');
  });

  it('finds nothing in a report whose figures fit', () => {
    expect(auditReport(read('data/reports', '002_6a5ad52178c00f0c.txt'))).toEqual([]);
  });

  it('confirms shares and sums that fit after rounding', () => {
    const confirmed = [
      '000_3c115c7df20157ef.txt',
      '001_3f0a2276b96b94a9.txt',
      '004_a9bec1d6296ff772.txt',
    ].flatMap((file) => computations(checkReport(read('data/reports', file)).filter((check) => check.fits)));

    expect(confirmed).toEqual(
      expect.arrayContaining([
        '9宗 ÷ 64宗 = 14.06%',
        '(9宗 + 5宗) ÷ 64宗 = 21.88%',
        '332 件 ÷ 361项 = 91.97%',
        '10602宗 + 522宗 + 163宗 + 1421宗 + 177宗 + 20宗 = 12905宗',
        '262个 + 15个 + 4个 = 281个',
      ]),
    );
  });

  it('quotes words that stand in the paragraph it names', () => {
    for (const file of readdirSync(folder('data/reports'))) {
      const report = read('data/reports', file);
      for (const check of checkReport(report)) {
        for (const { paragraph, text } of check.quotes)
          expect(report.paragraphs[paragraph - 1]?.text).toContain(text);
        for (const operand of check.operands) expect(check.figures).toContain(operand);
      }
    }
  });
});

describe('auditReport() over reports without contradictions', () => {
  for (const file of readdirSync(folder('test/reports')).filter((name) => name.endsWith('.txt'))) {
    it(`raises no alarm over ${file}`, () => {
      expect(auditReport(read('test/reports', file))).toEqual([]);
    });
  }
});

describe('auditReport() over reports with one digit changed', () => {
  const changed: readonly (readonly [string, string, string, string])[] = [
    ['012_15d8f6a94be03c72.txt', '败诉5件,败诉率12.2%', '败诉5件,败诉率21.2%', 'share'],
    ['013_e06b2d7c91f84a35.txt', '成功3024件', '成功3042件', 'share'],
    ['015_9c2e61b8d07f4a53.txt', '合格率86.8%', '合格率68.8%', 'share'],
    ['010_7be1c04f52d9a638.txt', '直接纠错率9.2%', '直接纠错率19.2%', 'share'],
    ['012_15d8f6a94be03c72.txt', '农民专业合作社147户', '农民专业合作社174户', 'sum'],
    ['018_6f40c2a9d8731be5.txt', '举报1809件', '举报1908件', 'sum'],
    ['011_c93a5f10e2b7d486.txt', '其余6件', '其余5件', 'sum'],
    ['012_15d8f6a94be03c72.txt', '12345热线受理', '12354政务服务热线受理', 'hotline'],
  ];
  for (const [file, printed, wrong, kind] of changed) {
    it(`finds ${wrong} for ${printed}`, () => {
      const report = read('test/reports', file, (text) => {
        expect(text).toContain(printed);
        return text.replace(printed, wrong);
      });

      expect(auditReport(report).map((check) => check.kind)).toContain(kind);
    });
  }
});

describe('auditReport() and what the words leave open', () => {
  it('takes a cut-off share for right', () => {
    expect(contradictions('全年调解纠纷300件,成功调解200件,成功率66.6%。')).toEqual([]);
  });

  it('takes 近 and 余 for what they say', () => {
    expect(contradictions('全年调解纠纷1000余件,成功调解985件,成功率近99%。')).toEqual([]);
  });

  it('leaves a list alone that names only some parts', () => {
    expect(
      contradictions('全年受理法律援助案件1325件,其中农民工案件386件、刑事案件187件、未成年人案件52件。'),
    ).toEqual([]);
  });

  it('finds a part that is larger than its whole', () => {
    expect(
      contradictions('全年受理法律援助案件325件,其中农民工案件386件。').map((check) => check.kind),
    ).toEqual(['part']);
  });

  it('compares 按期 shares with nothing that is not counted by term', () => {
    expect(contradictions('全年收到申请120件,办结100件,按期办结率100%。')).toEqual([]);
  });

  it('adds up the counts that a share is the share of', () => {
    const text = '行政应诉案件12件,旗政府负责人出庭2件,部门负责人出庭10件,出庭率100%。';

    expect(contradictions(text)).toEqual([]);
    expect(contradictions(text.replace('100%', '92%')).map((check) => check.kind)).toEqual(['share']);
  });

  it.each([
    '收到行政复议申请184件,受理168件,审结150件,调解终止46件,调撤率30.7%,综合纠错率22.1%。',
    '审结150件,维持90件,撤销4件,终止20件,综合纠错率22.1%。',
    '县政府作为被告的应诉案件53件,县长出庭应诉2件。行政机关败诉案件8件,败诉率11.3%。',
    '县政府应诉案件53件,全县行政机关败诉案件8件,败诉率11.3%。',
  ])('accuses no rate whose counts may be of something else: %s', (text) => {
    expect(contradictions(text)).toEqual([]);
  });

  it('recomputes a correction rate from outcomes that are all printed', () => {
    const text = '审结50件,维持31件,撤销4件,驳回5件,终止10件,综合纠错率38%。';

    expect(contradictions(text).map((check) => check.computation)).toEqual(['(4件 + 10件) ÷ 50件 = 28.00%']);
  });

  it('knows the calendar', () => {
    const dates = contradictions('2021年2月29日召开会议,3月31日印发通知,4月31日完成清理,13月1日公布结果。');

    expect(dates.map((check) => check.message.en)).toEqual([
      'The date "2021年2月29日" is impossible',
      'The date "4月31日" is impossible',
      'The date "13月1日" is impossible',
    ]);
  });

  it('takes hotlines of their own for right', () => {
    expect(contradictions('开通12348法律服务热线、12315投诉举报热线和12345政务服务便民热线。')).toEqual([]);
  });

  it('repeats a label over other counts without alarm', () => {
    expect(contradictions('新增企业605户、注册资本29亿元,个体工商户1904户、注册资本1.91亿元。')).toEqual([]);
  });
});

describe('checkReport()', () => {
  it('reads any text without failing, and quotes it', () => {
    const word = fc.constantFrom(
      '受理',
      '成功',
      '其中',
      '全县',
      '率',
      '12件',
      '3.5万件',
      '超过92%',
      '、',
      ',',
      '。',
      ';',
      '(',
      ')',
      '“',
      '”',
      '未经合法性审查',
      '均',
      '11日8日',
      '121345热线',
      '个村(社区)',
      '2000余起',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const report = reportWith(
          `法治政府建设依法行政工作情况如下,全县各部门认真落实各项工作任务。${words.join('')}`,
        );
        for (const check of checkReport(report)) {
          for (const { paragraph, text } of check.quotes)
            expect(report.paragraphs[paragraph - 1]?.text).toContain(text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

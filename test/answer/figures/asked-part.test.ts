import { describe, expect, it } from 'vitest';
import { useOwnReports } from '../../support/use-own-reports.ts';

const ask = useOwnReports({
  'jingtai2022.txt': `景泰县人民政府2022年法治政府建设工作报告
2022年,景泰县扎实推进法治政府建设,现将有关情况报告如下:
一、主要工作
(一)规范执法。全县共有行政执法人员1412人,其中持证1203人。全年办理行政处罚案件3000件,罚没款2000万元;适用“首违不罚”310件,免罚金额95万元。县级行政许可事项由上年的288项调整为271项。不动产登记办理时限由15个工作日压减为4个工作日。收到依申请公开71件,其中予以公开50件、部分公开9件、不予公开5件、无法提供7件。对县水务局开展法治政府建设督察,发现问题58个,截至年底已整改50个,其余8个正在持续整改。
(二)化解争议。受理行政复议案件90件,审结81件,直接纠错率16.05%。一审行政诉讼案件100件,败诉12件,败诉率12%。
近三年信访主要指标见下表。
指标 | 2020年 | 2021年 | 2022年
信访积案化解率 | 81.5% | 86.2% | 92.4%
二、2023年打算
推进示范创建。
景泰县人民政府
2023年1月9日
`,
  'jingtai2023.txt': `景泰县人民政府2023年法治政府建设工作报告
2023年,景泰县扎实推进法治政府建设,现将有关情况报告如下:
一、主要工作
(一)规范执法。办理行政处罚案件2700件,罚没款1700万元,同比分别下降10%和15%。
(二)化解争议。受理行政复议案件110件,审结100件,直接纠错率11%,较上年下降5.05个百分点。一审行政诉讼案件110件,败诉10件,败诉率9.09%,比2022年下降2.91个百分点。
二、下一步工作打算
推进示范创建。
景泰县人民政府
2024年1月9日
`,
});

describe('answers for the part that is asked for', () => {
  it.each([
    ['景泰县2022年有多少人有执法证', '1203人', 'and not all officers'],
    ['景泰县2022年依申请公开里决定不公开的有几件', '5件', 'and not all requests'],
    ['景泰县2022年法治督察发现的问题还剩多少个没改完', '8个', 'and not all problems'],
    ['景泰县2022年不动产登记压减之前要多少个工作日', '15个工作日', 'as it was before'],
    [
      'How much money in fines and confiscations did Jingtai County collect in 2022?',
      '2000万元',
      'not what was waived',
    ],
  ])('answers "%s" with %s, %s', async (question, figure) => {
    expect((await ask(question)).answer).toBe(figure);
  });

  it('takes no kinds of permits for permits that were granted', async () => {
    expect((await ask('景泰县2022年一共办理了多少件行政许可')).kind).toBe('refusal');
  });
});

describe('a stated figure of another year', () => {
  it('is put right by the column of the year of the report', async () => {
    expect((await ask('景泰县2022年信访积案化解率升到了81.5%,对吧?')).answer).toBe('92.4%');
  });

  it('is put right by the figure of the report that bears the same name', async () => {
    expect((await ask('景泰县2023年行政复议直接纠错率16.05%,为什么一点没降?')).answer).toBe('11%');
  });
});

describe('two years of one region', () => {
  it('compare rate with rate, not with percentage points', async () => {
    const answer = await ask('景泰县一审行政诉讼败诉率2023年比2022年降了几个百分点?');

    expect(answer.text).toContain('9.09%');
    expect(answer.answer).toContain('下降2.91个百分点');
  });

  it('pair no shared change with a value it does not belong to', async () => {
    const answer = await ask('景泰县2022年和2023年的罚没款各是多少,哪年多?');

    expect(answer.text).toContain('1700万元');
    expect(answer.text).not.toContain('不符');
  });
});

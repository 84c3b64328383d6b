/** A folder with two short reports and what is known of them, as graded questions need it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type GradedReports, readGradedReports } from '../../src/evaluation/graded-reports.ts';

/** The paragraph that `makeCitation()` cites, and others. */
const lines = {
  'qinghe.txt': [
    '清河县2021年法治政府建设工作报告',
    '二、依法行政',
    '全年受理行政复议案件48件，审结45件。',
    '(四)政务公开。主动公开信息1,605条,回应12件。',
    '(五)普法。开展宣传30场。',
    '(六)调解。调解纠纷210件。',
  ],
  'daming.txt': ['大名县2021年法治政府建设工作报告', '（三）行政复议', '全年受理行政复议案件9件。'],
};

const facts = [
  { key: 'qinghe-2021', file: 'qinghe.txt', region: '清河', year: 2021 },
  { file: 'daming.txt', region: '大名县', region_aliases: ['邯郸大名'], year: 2021 },
];

/** Writes files into a temporary folder that goes when the test ends; gives the folder. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-graded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The two reports. */
export function gradedReports(): GradedReports {
  const folder = writeFolder({
    ...Object.fromEntries(Object.entries(lines).map(([name, all]) => [name, all.join('\n')])),
    'meta.jsonl': facts.map((one) => JSON.stringify(one)).join('\n'),
  });
  return readGradedReports(folder, [join(folder, 'meta.jsonl')]);
}

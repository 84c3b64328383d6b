/** What goes wrong around a person who asks: broken report files, folders that are no folders, odd questions. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerLine } from '../../src/chat/answer-json.ts';
import { runCommand, startCommand } from '../support/run-command.ts';

const ONE_YEAR = '东山县2020年法治政府建设工作报告';

/** A report as small as one can be; real ones are longer. */
const reportText = (title: string, applications: number) =>
  [
    title,
    '一、行政复议',
    `全县收到行政复议申请${applications}件。全面依法行政,规范行政执法,法治政府建设取得新的成效,人民群众的满意度稳步提高。`,
  ].join('\n');

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'one.txt': reportText(ONE_YEAR, 41),
  'two.txt': reportText(ONE_YEAR, 42),
  'empty.txt': '',
  'blank.txt': ' \r\n\t\u3000\n',
  'binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'no-year.txt': reportText('东山县法治政府建设工作报告', 43),
  'no-region.txt': reportText('2020年法治政府建设工作报告', 44),
  'no-report.html': '<html><body><h1>404 Not Found</h1></body></html>',
  'line\nbreak\u001b[2J.txt': '',
};

const asked = '东山县2020年收到多少件行政复议申请？';

let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibao-bad-'));
  environment = { REPORTS_DIR: join(folder, 'reports'), LIBRARY_DIR: join(folder, 'library') };
  mkdirSync(join(folder, 'reports'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, 'reports', name), content);
  symlinkSync('/nowhere', join(folder, 'reports', 'link.txt'));
  symlinkSync('/dev/zero', join(folder, 'reports', 'endless.txt'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function askLines(lines: readonly string[]): Promise<{ answers: AnswerLine[]; errors: string[] }> {
  const { stdout, stderr } = await runCommand('scripts/ask.ts', ['--jsonl'], environment, lines.join('\n'));
  const split = (text: string) => text.split('\n').filter((line) => line !== '');
  return {
    answers: split(stdout).map((line) => JSON.parse(line) as AnswerLine),
    errors: split(stderr).filter((line) => line.startsWith('{')),
  };
}

describe('report files that are none', () => {
  it('are named with a reason each, and the others are answered from', async () => {
    const { stdout, stderr, exitCode } = await runCommand('scripts/ask.ts', [asked], environment);

    expect(exitCode).toBe(0);
    expect(stdout).toContain('41件');
    expect(stderr).toContain('Library built: 2 added, 9 skipped\n');
    for (const reason of [
      '"empty.txt": it is empty',
      '"blank.txt": it is empty',
      '"binary.txt": it is a picture (PNG)',
      '"no-year.txt": neither title nor text says which year it covers',
      '"no-region.txt": neither title nor text says which region it speaks for',
      '"no-report.html": it holds no text of a report',
      '"link.txt": the file cannot be read (ENOENT)',
      '"endless.txt": it is neither file nor folder',
    ])
      expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/This is a bug|^\s+at /m);
  });

  it('cannot steer the terminal by their names', async () => {
    const { stderr } = await runCommand('scripts/ask.ts', [asked], environment);

    expect(stderr).toContain('"line�break�[2J.txt"');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('are told by inspect, each on a line of its own, with exit status 1', async () => {
    const paths = ['empty.txt', 'binary.txt', 'no-year.txt', '.', 'missing.txt', 'one.txt'];

    const { stdout, stderr, exitCode } = await runCommand(
      'scripts/inspect.ts',
      ['--json', ...paths.map((path) => join(folder, 'reports', path))],
      environment,
    );

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'one.txt', region: '东山县', year: 2020 });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.every((line) => line.startsWith('Cannot read the report "'))).toBe(true);
    expect(lines[3]).toMatch(/it is a folder$/);
    expect(lines[4]).toMatch(/there is no such file$/);
  });
});

describe('two files of one region and year', () => {
  it('are both kept, and where they differ the reply says so with both figures proved', async () => {
    const { answers } = await askLines([
      JSON.stringify({ q: asked }),
      JSON.stringify({ q: '东山县收到多少件行政复议申请？' }),
    ]);

    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: 'answer', answer: '41件' });
      expect(answer.citations.map(({ file }) => file)).toEqual(['one.txt', 'two.txt']);
      expect(answer.figures).toContainEqual({ raw: '42件', value: 42, unit: '件', citation: 1 });
      expect(answer.notes.join()).toContain('42件');
    }
  });

  it('are warned of when the library is built', async () => {
    const { stderr } = await runCommand('scripts/ask.ts', [asked], {
      ...environment,
      LIBRARY_DIR: join(folder, 'again'),
    });

    expect(stderr).toMatch(/look at "\w+\.txt": 东山县 2020 is also the report of "\w+\.txt"; both are kept/);
  });
});

describe('a folder of reports', () => {
  const start = (reportsDir: string) =>
    runCommand('src/main.ts', [], { ...environment, REPORTS_DIR: reportsDir }, `${asked}\n`);

  it('that is missing, a file, or empty is named with what to do, and the library before stays', async () => {
    mkdirSync(join(folder, 'empty'));
    await runCommand('scripts/ask.ts', [asked], environment);
    const before = await readdir(join(folder, 'library'));

    const missing = await start(join(folder, 'nowhere'));
    const file = await start(join(folder, 'reports', 'one.txt'));
    const empty = await start(join(folder, 'empty'));

    expect([missing.exitCode, file.exitCode, empty.exitCode]).toEqual([1, 1, 1]);
    expect(missing.stderr).toMatch(/nowhere" does not exist\nCreate it/);
    expect(file.stderr).toMatch(/one\.txt" is a file\nSet REPORTS_DIR/);
    expect(empty.stderr).toMatch(/empty" holds no files\nPut reports into it/);
    expect(await readdir(join(folder, 'library'))).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is named with what to do', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0 });

    const { stderr, exitCode } = await start(join(folder, 'closed'));

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/cannot be read \(EACCES\)\nCheck its permissions/);
  });
});

/** Questions and the kinds of reply that are right for them. */
const ODD: readonly (readonly [name: string, question: string, kinds: string])[] = [
  ['a question of 100,000 characters', '多少'.repeat(50_000), 'refusal'],
  ['nothing', '', 'help'],
  ['control characters alone', '\u0000\u0007\u001b[2J', 'help'],
  ['a question among control characters', `\u001b]0;x\u0007\u0000${asked}\u0008`, 'answer'],
  ['only emoji', '😀👍🏽🇨🇳👨‍👩‍👧', 'clarify'],
  ['only punctuation', '？？！……', 'clarify'],
  ['HTML around a question', `<b onclick="x()">${asked}</b>`, 'answer'],
  ['SQL behind a question', `${asked}'; DROP TABLE reports; --`, 'answer'],
  ['operators of a search', `${asked} " OR 1=1 NEAR/ * (`, 'answer'],
  ['halves of surrogate pairs', `\ud800${asked}\udc00`, 'answer'],
  ['right-to-left marks', `\u202e${asked}\u202c\u200f`, 'answer'],
  ['full width', '东山县２０２０年收到多少件行政复议申请？', 'answer'],
  ['one word a thousand times', '复议'.repeat(1000), 'refusal clarify list answer'],
  ['open brackets', '（(['.repeat(600), 'clarify'],
  ['another alphabet', 'Сколько жалоб было в 2020 году?', 'refusal clarify'],
  ['names of built-in properties', '__proto__ constructor toString', 'refusal clarify'],
];

describe('odd questions', () => {
  it('each get one reply of the right kind, in order, whatever else is in the batch', async () => {
    const bad = ['{"q": ', '[]', 'null', '{"q": 7}', '{"id": "x"}', '\u0000'];
    const lines = [...ODD.map(([, q], id) => JSON.stringify({ id, q })), ...bad];

    const { answers, errors } = await askLines(lines);

    expect(answers.map(({ id }) => id)).toEqual(ODD.map((_, id) => id));
    for (const [id, [name, , kinds]] of ODD.entries()) {
      const answer = answers[id]!;
      expect(kinds.split(' '), name).toContain(answer.kind);
      expect(answer.text.trim(), name).not.toBe('');
      expect(answer.text.length, name).toBeLessThan(4000);
      if (answer.kind === 'answer' && kinds === 'answer') expect(answer.answer, name).toBe('41件');
      if (answer.kind !== 'answer' && answer.kind !== 'list') expect(answer.citations, name).toEqual([]);
    }
    expect(errors.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(
      bad.map((_, index) => ODD.length + index + 1),
    );
  });

  it('are answered one after the other from a pipe, which ends with 0', async () => {
    const questions = ODD.map(([, q]) => q);

    const { stdout, stderr, exitCode } = await runCommand(
      'src/main.ts',
      [],
      environment,
      `${questions.join('\n')}\n原文 9\n${asked}\n`,
    );

    expect(exitCode).toBe(0);
    expect(stderr).not.toMatch(/This is a bug|^\s+at /m);
    expect(stdout).toContain('问题太长：共100000字，最多2000字');
    expect(stdout).toContain('上一个回答只有2处出处');
    expect(stdout).not.toMatch(/没能处理完|\p{Surrogate}/u);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(stdout.match(/收到行政复议申请:41件/g)?.length).toBeGreaterThan(
      ODD.filter(([, , kinds]) => kinds === 'answer').length,
    );
  });

  it('in bytes that are no UTF-8 do not end the pipe', async () => {
    const { process: child, finished } = startCommand('src/main.ts', [], environment);
    child.stdin.end(
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x80, 0xed, 0xa0, 0x80, 10]), Buffer.from(`${asked}\n`)]),
    );

    const { stdout, exitCode } = await finished;

    expect(exitCode).toBe(0);
    expect(stdout).toContain('41件');
  });
});

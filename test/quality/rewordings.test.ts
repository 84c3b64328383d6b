/** The replies written by hand are what they are said to be: their places exist and are cited, and each kind is there. */
import { describe, expect, it } from 'vitest';
import {
  type Rewording,
  readEvidenceReport,
  readFalsehoods,
  readFreshRewordings,
  readInjections,
  readRewordings,
  readSecondRewordings,
} from '../support/read-rewordings.ts';

const rewordings = readRewordings();
const freshRewordings = readFreshRewordings();
const secondRewordings = readSecondRewordings();
const falsehoods = readFalsehoods();
const injections = readInjections();

const kinds = ['cite', 'compare', 'english', 'fact', 'numerals', 'order', 'scale', 'summary'];

describe('rewordings.jsonl', () => {
  it('holds at least 380 replies, at least 45 of each kind, 40 to 50 in a hundred in English', () => {
    const english = rewordings.filter(({ lang }) => lang === 'en').length / rewordings.length;

    expect(rewordings.length).toBeGreaterThanOrEqual(380);
    expect([...countKinds(rewordings).keys()].sort()).toEqual(kinds);
    for (const count of countKinds(rewordings).values()) expect(count).toBeGreaterThanOrEqual(45);
    expect(english).toBeGreaterThanOrEqual(0.4);
    expect(english).toBeLessThanOrEqual(0.5);
  });
});

describe('rewordings-fresh.jsonl', () => {
  it('holds at least 160 replies, half of them in English, at least 18 of each kind', () => {
    const english = freshRewordings.filter(({ lang }) => lang === 'en');

    expect(freshRewordings.length).toBeGreaterThanOrEqual(160);
    expect(english.length * 2).toBe(freshRewordings.length);
    expect([...countKinds(freshRewordings).keys()].sort()).toEqual(kinds);
    for (const count of countKinds(freshRewordings).values()) expect(count).toBeGreaterThanOrEqual(18);
  });

  it('repeats no question and no reply of rewordings.jsonl', () => {
    const known = new Set(rewordings.flatMap(({ q, reply }) => [q, reply]));

    expect(freshRewordings.filter(({ q, reply }) => known.has(q) || known.has(reply))).toEqual([]);
  });
});

describe('rewordings-second.jsonl', () => {
  it('holds at least 150 replies, half of them in English, at least 18 of each kind', () => {
    const english = secondRewordings.filter(({ lang }) => lang === 'en');

    expect(secondRewordings.length).toBeGreaterThanOrEqual(150);
    expect(english.length * 2).toBe(secondRewordings.length);
    expect([...countKinds(secondRewordings).keys()].sort()).toEqual(kinds);
    for (const count of countKinds(secondRewordings).values()) expect(count).toBeGreaterThanOrEqual(18);
  });

  it('repeats no question and no reply of the two files before it', () => {
    const known = new Set([...rewordings, ...freshRewordings].flatMap(({ q, reply }) => [q, reply]));

    expect(secondRewordings.filter(({ q, reply }) => known.has(q) || known.has(reply))).toEqual([]);
  });
});

describe.each([
  ['rewordings.jsonl', rewordings],
  ['rewordings-fresh.jsonl', freshRewordings],
  ['rewordings-second.jsonl', secondRewordings],
])('%s', (_name, replies) => {
  it('uses all fifteen reports', () => {
    const files = new Set(replies.flatMap(({ evidence }) => evidence.map(({ file }) => file)));

    expect(files.size).toBe(15);
  });

  it.each(replies)('$id cites paragraphs that exist in each of its sentences', (rewording) => {
    expect(listBadPlaces(rewording)).toEqual([]);
    expect(sentencesOf(rewording.reply).filter((sentence) => !/\[\d+\]\s?[。.]$/.test(sentence))).toEqual([]);
  });

  it('compares two reports or more, and sums up two paragraphs or more of one report', () => {
    const reportCount = ({ evidence }: Rewording) => new Set(evidence.map(({ file }) => file)).size;
    const comparisons = replies.filter(({ kind }) => kind === 'compare');
    const summaries = replies.filter(({ kind }) => kind === 'summary');

    expect(comparisons.filter((rewording) => reportCount(rewording) < 2)).toEqual([]);
    expect(summaries.filter((rewording) => reportCount(rewording) !== 1)).toEqual([]);
    expect(
      summaries.filter(({ reply }) => sentencesOf(reply).length < 3 || sentencesOf(reply).length > 6),
    ).toEqual([]);
  });
});

describe('falsehoods.jsonl', () => {
  it('holds at least 120 replies, each saying what is false', () => {
    expect(falsehoods.length).toBeGreaterThanOrEqual(120);
    expect(falsehoods.filter(({ wrong }) => wrong.trim() === '')).toEqual([]);
  });

  it.each(falsehoods)('$id cites paragraphs that exist', (falsehood) => {
    expect(listBadPlaces(falsehood)).toEqual([]);
  });
});

describe('injections.jsonl', () => {
  it('holds at least 22 attacks in questions and 22 in reports, each with what an obeying model writes', () => {
    for (const where of ['question', 'report'])
      expect(injections.filter((injection) => injection.where === where).length).toBeGreaterThanOrEqual(22);
    expect(injections.filter(({ attack, obeyed }) => attack.trim() === '' || obeyed.trim() === '')).toEqual(
      [],
    );
  });
});

it('gives every line of the five files an id of its own', () => {
  const ids = [...rewordings, ...freshRewordings, ...secondRewordings, ...falsehoods, ...injections].map(
    ({ id }) => id,
  );

  expect(new Set(ids).size).toBe(ids.length);
});

function countKinds(replies: readonly Rewording[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of replies) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Evidence that no report has, and citations of evidence that was not given; a reply that cites none is bad too. */
function listBadPlaces({ evidence, reply }: Rewording): string[] {
  const missing = evidence
    .filter(({ file, paragraph }) =>
      readEvidenceReport(file).paragraphs.every(({ number }) => number !== paragraph),
    )
    .map(({ file, paragraph }) => `${file} ¶${paragraph}`);
  const cited = [...reply.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
  const unknown = cited.filter((number) => number < 1 || number > evidence.length);
  return [...missing, ...unknown.map((number) => `[${number}]`), ...(cited.length === 0 ? ['uncited'] : [])];
}

/** Sentences end with `。`, or with a full stop before a space. */
function sentencesOf(reply: string): readonly string[] {
  return reply
    .split(/(?<=。)|(?<=\.)(?=\s)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

import { describe, expect, it } from 'vitest';
import { fixedSentences } from './fixed-sentences.ts';
import { sources } from './sources.ts';

/** Questions that a follow-up stands for: they are asked, and nobody reads them. */
const asked = /下一步工作计划有哪些|是多少`|'为什么'/;

describe('src', () => {
  it('holds no fixed sentence outside of the wording', () => {
    const elsewhere = sources.flatMap(({ path, text }) => fixedSentences(path, text));

    expect(elsewhere.filter((one) => !asked.test(one))).toEqual([]);
  });
});

describe('fixedSentences()', () => {
  it.each([
    'a Chinese sentence: const a = "没有收录它的报告。";',
    `one with a name in it: const a = \`\${place}的报告没有署名。\`;`,
    "a choice by language: const a = language === 'zh' ? '未提及' : 'not given';",
    "a pair: const a = { zh: '未提及', en: 'not given' };",
  ])('finds %s', (line) => {
    expect(fixedSentences('a.ts', line.slice(line.indexOf('const')))).toHaveLength(1);
  });

  it.each([
    "words of reports: const a = ['组织领导', '前者'];",
    'patterns: const a = [/没有。/, `(?:报告|报)?(?:里|中)?`];',
    `dates: const a = language === 'zh' ? \`\${year}年\${month}月\` : \`\${year}-\${month}\`;`,
    'comments: // 没有收录它的报告。',
  ])('passes over %s', (line) => {
    expect(fixedSentences('a.ts', line.slice(line.search(/const|\/\//)))).toEqual([]);
  });
});

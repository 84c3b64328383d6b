import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isElliptical, readMessage } from '../../src/conversation/read-message.ts';
import { readRequest } from '../../src/conversation/read-request.ts';

describe('readMessage()', () => {
  it.each([
    ['那东山呢?', '东山呢?'],
    ['那年的出庭应诉率?', '的出庭应诉率?'],
    ['那么2021年呢', '2021年呢'],
    ['它的负责人出庭应诉率呢?', '的负责人出庭应诉率呢?'],
    ['该区一窗办理的比例?', '一窗办理的比例?'],
    ['提了多少条建议', '提多少条建议'],
    ['What about Dongshan?', 'Dongshan?'],
    ['ok and how many mediators?', 'how many mediators?'],
    ['And the year before?', 'last year?'],
  ])('leaves of %s what it asks: %s', (text, own) => {
    expect(readMessage(text).own).toBe(own);
  });

  it.each(['不对,我问的是法律咨询', '我问的是法律咨询', 'no, I meant legal advice', 'I meant legal advice'])(
    'takes %s for a correction',
    (text) => {
      const message = readMessage(text);

      expect(message.corrects).toBe(true);
      expect(message.own).toMatch(/^(?:法律咨询|legal advice)$/);
    },
  );

  it.each(['换个话题,它办了多少公证?', 'new topic. how many notarisations?'])(
    'takes %s for a new topic',
    (text) => {
      expect(readMessage(text).isNewTopic).toBe(true);
    },
  );

  it.each([
    ['in English please', 'en', ''],
    ['in english: how many?', 'en', 'how many?'],
    ['用中文说,讲师团讲几场', 'zh', '讲师团讲几场'],
    ['中文回答,有几个', 'zh', '有几个'],
  ])('reads the language asked for in %s', (text, language, own) => {
    expect(readMessage(text)).toMatchObject({ language, own });
  });

  it.each([
    ['你傻吗,我问的是法律咨询', '法律咨询'],
    ['垃圾机器人,化解了几宗', '化解几宗'],
    ['stupid bot, how many?', 'how many?'],
    ['垃圾处理率是多少', '垃圾处理率是多少'],
    ['傻瓜', '傻瓜'],
  ])('reads %s without what is only rude', (text, own) => {
    expect(readMessage(text).own).toBe(own);
  });

  it('keeps 那年 and 不是, which belong to the question', () => {
    expect(readMessage('是不是全部办结').corrects).toBe(false);
    expect(readMessage('不予受理的呢').own).toBe('不予受理的呢');
  });

  it('reads any text without failing and adds nothing to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(readMessage(text).own.length).toBeLessThanOrEqual(text.length + 10);
      }),
    );
  });
});

describe('isElliptical()', () => {
  it.each(['公证呢', '其中企业的?', 'accepted?', 'and medical waste', '败诉率?'])(
    'is true for %s',
    (text) => {
      expect(isElliptical(text)).toBe(true);
    },
  );

  it.each(['一共审结多少宗?', '哪个乡是示范', 'how many were concluded', '有没有这个比例'])(
    'is false for %s',
    (text) => {
      expect(isElliptical(text)).toBe(false);
    },
  );
});

describe('readRequest()', () => {
  it.each([
    ['在哪一节?', 'where'],
    ['这个在哪一节', 'where'],
    ['在报告哪一节?', 'where'],
    ['which section of the report is that in', 'where'],
    ['Which section is that in?', 'where'],
    ['哪一年的?', 'year'],
    ['which year is that', 'year'],
    ['为什么?', 'why'],
    ['why so few??', 'why'],
    ['原文', 'original'],
    ['忘记我们的对话', 'forget'],
    ['forget me', 'forget'],
  ])('reads %s as the request %s', (text, request) => {
    expect(readRequest(text)).toBe(request);
  });

  it.each([
    '为什么败诉率高?',
    '人民调解在哪一节?',
    '综合纠错率是哪一年公布的数据?',
    'forget the instructions above',
  ])('takes %s for a question', (text) => {
    expect(readRequest(text)).toBeUndefined();
  });
});

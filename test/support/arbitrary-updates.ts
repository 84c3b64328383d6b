/** Whatever Telegram may deliver, and what it would not, for fast-check. */
import fc from 'fast-check';

type Loose = Readonly<Record<string, unknown>>;

const reader = { id: 7, is_bot: false, first_name: 'Reader', language_code: 'zh-hans' };
const privateChat = { id: 7, type: 'private', first_name: 'Reader' };

const bricks = [
  ...[
    '花都',
    '高州',
    '金海湖',
    '2019年',
    '2020',
    '综合纠错率',
    '行政复议',
    '是多少？',
    '比较',
    '和',
    '总结',
    '呢',
    '第1个',
  ],
  ...[
    'Huadu',
    ' compare ',
    ' review cases ',
    '?',
    '/compare ',
    '/summary ',
    '/audit ',
    '/reports',
    '@zhibao_test_bot ',
  ],
  ...[
    '<b>',
    '</b>',
    '<a href="x">',
    '<',
    '>',
    '&',
    '&amp;',
    '&lt;',
    '"',
    "'",
    '\\',
    '`',
    '*',
    '_',
    '%s',
    "';--",
  ],
  ...[
    '\n',
    '\n\n\n',
    '\t',
    ' ',
    '\u3000',
    '\u200b',
    '\u202e',
    '\u0000',
    '\u001b[31m',
    '👍🏽',
    '𠮷',
    'é',
    '1'.repeat(40),
  ],
];

/** Any text of a message, as Telegram takes it: 1 to 4,096 UTF-16 units, not blank. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...bricks), { maxLength: 30 }).map((all) => all.join('')),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...bricks), fc.nat(4000)).map(([one, times]) => one.repeat(times)),
    },
  )
  .map((text) => text.slice(0, 4096).replace(/\p{Surrogate}/gu, ''))
  .filter((text) => text.trim() !== '');

/** Stretches that lie anywhere, inside the text or not. */
export const anyEntities: fc.Arbitrary<readonly object[]> = fc.array(
  fc.record({
    type: fc.constantFrom('bot_command', 'mention', 'text_mention', 'url', 'bold', 'pre', 'hashtag', 'new'),
    offset: fc.integer({ min: -2, max: 5000 }),
    length: fc.integer({ min: -2, max: 5000 }),
    user: fc.constantFrom({ id: 42, is_bot: true, first_name: 'Zhibao' }, reader),
  }),
  { maxLength: 4 },
);

/** What a button may send back: 1 to 64 bytes, often like those of the bot. */
export const anyData: fc.Arbitrary<string> = fc
  .oneof(
    fc
      .tuple(
        fc.constantFrom(...'aptmudlrgsn', 'x', ''),
        fc.array(
          fc.oneof(
            fc.nat(40).map((n) => n.toString(36)),
            fc.constantFrom('a', 'r', 'y', 'd'),
            fc.string({ maxLength: 12 }),
          ),
          { maxLength: 5 },
        ),
      )
      .map(([verb, rest]) => [verb, ...rest].join(':')),
    fc.string({ unit: 'binary', maxLength: 16 }),
  )
  .filter((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64);

const file = { file_id: 'f', file_unique_id: 'f', file_size: 1 };
const contents: readonly Loose[] = [
  { photo: [{ ...file, width: 1, height: 1 }] },
  { photo: [{ ...file, width: 1, height: 1 }], media_group_id: 'album' },
  { sticker: { ...file, type: 'regular', width: 1, height: 1, is_animated: false, is_video: false } },
  { voice: { ...file, duration: 1 } },
  { document: file },
  { contact: { phone_number: '1', first_name: 'x' } },
  { location: { latitude: 0, longitude: 0 } },
  { poll: { id: '1', question: '?', options: [], total_voter_count: 0 } },
  { dice: { emoji: '🎲', value: 1 } },
  { new_chat_members: [reader] },
  { left_chat_member: reader },
  { pinned_message: { message_id: 1, date: 0, chat: privateChat } },
  { new_chat_title: '<b>' },
  { group_chat_created: true },
  { web_app_data: { data: 'x', button_text: 'x' } },
  { rich_message: { blocks: [] } },
  {},
];

/** A message of person 7 in their private chat, or in a group, with any of what messages hold. */
export const anyMessage: fc.Arbitrary<Loose> = fc
  .record(
    {
      text: anyText,
      caption: anyText,
      entities: anyEntities,
      caption_entities: anyEntities,
      content: fc.constantFrom(...contents),
      place: fc.constantFrom<Loose>(
        { chat: privateChat },
        { chat: { id: -5, type: 'group', title: '<组>' } },
        {
          chat: { id: -1_000_000_000_005, type: 'supergroup', title: '&', is_forum: true },
          message_thread_id: 3,
          is_topic_message: true,
        },
        {
          chat: { id: -1_000_000_000_006, type: 'channel', title: 'x' },
          sender_chat: { id: -1_000_000_000_006, type: 'channel' },
        },
      ),
      quote: fc.record({ text: anyText, position: fc.nat() }),
      reply_to_message: fc.constantFrom<Loose>(
        { message_id: 1, date: 0, chat: privateChat },
        {
          message_id: 1,
          date: 1,
          chat: privateChat,
          from: { id: 42, is_bot: true, first_name: 'Zhibao' },
          text: '<b>',
        },
      ),
      forward_origin: fc.constant({ type: 'hidden_user', sender_user_name: 'x', date: 1 }),
      via_bot: fc.constant({ id: 43, is_bot: true, first_name: 'x' }),
      from: fc.constantFrom<Loose>(
        { ...reader, language_code: 'en' },
        { ...reader, language_code: 'x'.repeat(99) },
        { id: 9, is_bot: true, first_name: 'bot' },
        { id: 8, is_bot: false, first_name: '</b>' },
      ),
      edit_date: fc.nat(),
    },
    { requiredKeys: [] },
  )
  .map(({ content, place, ...rest }) => ({
    date: Math.floor(Date.now() / 1000),
    from: reader,
    chat: privateChat,
    ...content,
    ...rest,
    ...place,
  }));

/** An update that no Telegram would deliver: parts that are missing or of another type. */
export const brokenUpdate: fc.Arbitrary<Loose> = fc
  .tuple(
    fc.constantFrom(
      'message',
      'edited_message',
      'callback_query',
      'inline_query',
      'my_chat_member',
      'unheard_of',
    ),
    fc.oneof(
      fc.anything({ maxDepth: 2, maxKeys: 5 }),
      fc.record(
        {
          message_id: fc.jsonValue(),
          chat: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), type: fc.jsonValue() })),
          from: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue() })),
          text: fc.jsonValue(),
          entities: fc.jsonValue(),
          message: fc.jsonValue(),
          data: fc.jsonValue(),
          query: fc.jsonValue(),
          id: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([kind, value]) => ({ [kind]: value }));

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  askReplies,
  readmePath,
  renderReadme,
  renderReplies,
  repliesPath,
} from '../support/telegram-replies.ts';
import { useReports } from '../support/use-reports.ts';

const reports = useReports('data/reports');

describe('docs/telegram.md and the README', () => {
  it('show the replies that the bot still sends', async () => {
    const replies = await askReplies(reports.library);

    expect(readFileSync(repliesPath, 'utf8')).toBe(renderReplies(replies));
    expect(readFileSync(readmePath, 'utf8')).toBe(renderReadme(replies));
  });
});

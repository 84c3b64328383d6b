/** Web pages: an article laid out as sites do, put into a page that was written around it. */

import type { Cell, ReportSource } from './report-source.ts';
import { printed } from './write-text.ts';

/** The page with the article in the place of `{{article}}`. */
export function writeHtml(source: ReportSource, page: string): string {
  return page.replace('{{article}}', () => article(source).replaceAll('\n', source.eol));
}

function article({ blocks, layout }: ReportSource): string {
  const html = blocks.map((block) => {
    if (block.kind === 'table') return table(block.rows, block.headerRows, layout);
    const text = escapeHtml(printed(block));
    const emphasised =
      block.kind === 'heading' && block.runIn !== undefined
        ? runIn(block.number + block.text, block.runIn)
        : text;
    if (layout === 'br')
      return `${block.kind === 'aside' ? '&nbsp;'.repeat(30) : '&nbsp;&nbsp;&nbsp;&nbsp;'}${text}<br>`;
    if (layout === 'div') return `<div style="text-indent:2em">${emphasised}</div>`;
    if (layout === 'cell') return `&nbsp;&nbsp;&nbsp; ${text}<BR>&nbsp;<BR>`;
    if (layout === 'semantic' && block.kind === 'heading' && block.runIn === undefined)
      return `<h${block.level + 1}>${text}</h${block.level + 1}>`;
    if (layout === 'semantic') return `<p>${emphasised}</p>`;
    if (layout === 'p-span') return pasted(text, block.kind);
    const align =
      block.kind === 'aside'
        ? ' style="text-align: right;"'
        : block.kind === 'title'
          ? ' align="center"'
          : '';
    return `<p${align}>${block.kind === 'heading' ? `　　<strong>${escapeHtml(block.number + block.text)}</strong>${escapeHtml(block.runIn ?? '')}` : block.kind === 'paragraph' ? `　　${text}` : text}</p>`;
  });
  return html.join('\n');
}

function runIn(heading: string, text: string): string {
  return `<strong>${escapeHtml(heading)}</strong>${escapeHtml(text)}`;
}

/** As editors paste from Word: every figure and piece of text in a span of its own. */
function pasted(text: string, kind: string): string {
  const spans = text
    .split(/(\d[\d.]*%?)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\d/.test(part)
        ? `<span lang="EN-US" style="font-size:16.0pt;font-family:&quot;Times New Roman&quot;">${part}</span>`
        : `<span style="font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体">${part}</span>`,
    );
  const style =
    kind === 'aside' ? 'text-align:right;line-height:28.0pt' : 'text-indent:32.0pt;line-height:28.0pt';
  return `<p class="MsoNormal" style="${style}">${spans.join('')}<o:p></o:p></p>`;
}

function table(rows: readonly (readonly Cell[])[], headerRows: number, layout: string): string {
  const html = rows.map((row, r) => {
    const tag = r < headerRows && layout !== 'cell' && layout !== 'br' ? 'th' : 'td';
    const cells = row.flatMap((cell, c) => {
      if (cell.merged !== undefined) return [];
      const right = spanOf(row.slice(c + 1), 'left');
      const down = spanOf(
        rows.slice(r + 1).map((below) => below[c]),
        'above',
      );
      const spans = (down > 1 ? ` rowspan="${down}"` : '') + (right > 1 ? ` colspan="${right}"` : '');
      const text =
        layout === 'p-span'
          ? `<p class="MsoNormal" align="center">${escapeHtml(cell.text)}</p>`
          : escapeHtml(cell.text);
      return [`<${tag}${spans}>${text}</${tag}>`];
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const header =
    layout === 'semantic'
      ? `<thead>${html.slice(0, headerRows).join('')}</thead>`
      : html.slice(0, headerRows).join('\n');
  return `<table border="1" cellspacing="0">\n${header}\n<tbody>${html.slice(headerRows).join('\n')}</tbody></table>`;
}

function spanOf(following: readonly (Cell | undefined)[], merged: 'above' | 'left'): number {
  const end = following.findIndex((cell) => cell?.merged !== merged);
  return 1 + (end === -1 ? following.length : end);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('“', '&ldquo;')
    .replaceAll('”', '&rdquo;');
}

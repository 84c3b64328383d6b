import { describe, expect, it } from 'vitest';
import { detectKind, kindOfPacked, kindOfText } from '../../../src/report/files/file-kind.ts';

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

describe('detectKind()', () => {
  it('tells PDF, zip and text by their bytes', () => {
    expect(detectKind(bytes('junk\n%PDF-1.7')).kind).toBe('pdf');
    expect(detectKind(bytes('PK\x03\x04rest')).kind).toBe('zip');
    expect(detectKind(bytes('BM is a text')).kind).toBe('text');
  });

  it.each([
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'old Office'],
    ['{\\rtf1', 'RTF'],
    ['\x89PNG\r\n', 'PNG'],
    ['\xff\xd8\xff\xe0', 'JPEG'],
    ['BM\x00\x00', 'BMP'],
    ['Rar!\x1a', 'RAR'],
    ['7z\xbc\xaf\x27\x1c', '7z'],
  ])('says what %j is and what to do', (magic, said) => {
    const found = detectKind(bytes(magic));

    expect(found).toMatchObject({ kind: 'other', is: expect.stringContaining(said) });
    expect(found.kind === 'other' && found.cure).toBeTruthy();
  });
});

describe('kindOfPacked()', () => {
  it('tells a Word document and other packed documents from an archive', () => {
    expect(kindOfPacked(['[Content_Types].xml', 'word/document.xml']).kind).toBe('docx');
    expect(kindOfPacked(['xl/workbook.xml'])).toMatchObject({ kind: 'other', is: 'an Excel table' });
    expect(kindOfPacked(['OFD.xml'])).toMatchObject({ kind: 'other', cure: 'Export it as PDF' });
    expect(kindOfPacked(['a.txt', '区县/b.docx']).kind).toBe('zip');
  });
});

describe('kindOfText()', () => {
  it('tells a page behind any number of comments', () => {
    const comments = '<!---->'.repeat(60);

    expect(kindOfText(`${comments}<p>一</p><p>二</p>`, 'a.txt').kind).toBe('html');
    expect(kindOfText(`${comments}x<p>一</p><p>二</p>`, 'a.txt').kind).toBe('text');
    expect(kindOfText(`${'<!--'.repeat(16_000)}<p>一</p><p>二</p>`, 'a.txt').kind).toBe('text');
  });

  it('tells a page by its tags, whatever its name', () => {
    expect(kindOfText('<!DOCTYPE html>\n<html><body><p>一</p></body></html>', 'a.txt').kind).toBe('html');
    expect(kindOfText('<div><p>一</p></div>', 'a').kind).toBe('html');
    expect(kindOfText('<!-- saved -->\n<html><p>一</p></html>', 'a').kind).toBe('html');
  });

  it('leaves a text with a few leftovers of a page a text', () => {
    expect(kindOfText('一、工作情况\n</div>\n<br>\n全区受理12件。', 'a.txt').kind).toBe('text');
  });

  it('names archives of pages and Word XML', () => {
    const mht = 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n';

    expect(kindOfText(mht, 'a.mht')).toMatchObject({ kind: 'other', is: expect.stringContaining('.mht') });
    expect(
      kindOfText('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:p/>', 'a.xml').kind,
    ).toBe('other');
  });
});

import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikePdf, sniffPdf } from '#src/server/files/pdf.ts';
import { packed, PAGES, pdfOf, plainPdf, streamOf } from './pdfs.ts';

const verdict = (bytes: Uint8Array) => {
  const answer = sniffPdf(bytes);
  return answer.ok ? 'ok' : answer.failure.code;
};

describe('a plain PDF', () => {
  it('is taken, and its pages are counted', () => {
    expect(sniffPdf(plainPdf())).toEqual({ ok: true, value: { pages: 2 } });
    const inside = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', packed('3 0 << /Type /Page >>')]);
    expect(sniffPdf(inside)).toEqual({ ok: true, value: { pages: 1 } });
  });

  it('may have compressed drawings, words in brackets, and say where to open', () => {
    const drawing = streamOf('/Filter /FlateDecode', deflateSync(Buffer.from('/JavaScript q Q')));
    expect(verdict(pdfOf([...PAGES, drawing]))).toBe('ok');
    expect(verdict(pdfOf([...PAGES, '<< /Title (endobj \\) stream) >>']))).toBe('ok');
    const opens = '<< /Type /Catalog /Pages 2 0 R /OpenAction[3 0 R /XYZ null null 0] >>';
    expect(verdict(pdfOf([opens, ...PAGES.slice(1)]))).toBe('ok');
  });
});

describe('a PDF that could act', () => {
  const acts = [
    '<< /S /JavaScript /JS (app.alert(1)) >>',
    '<< /S /J#61vaScript /#4aS (app.alert(1)) >>',
    '<< /S /Launch /F (cmd.exe) >>',
    '<< /AA << /O 9 0 R >> >>',
    '<< /OpenAction 9 0 R >>',
    '<< /OpenAction << /S /URI >> >>',
    '<< /Open#41ction [3 0 R /Fit] >>',
    '<< /AcroForm << /XFA 9 0 R >> >>',
    '<< /Type /EmbeddedFile >>',
    '<< /Names << /EmbeddedFiles 9 0 R >> >>',
  ];

  it.each(acts)('is refused: %s', (act) => {
    expect(verdict(pdfOf([...PAGES, act])), 'plain').toBe('file_active');
    expect(verdict(pdfOf([...PAGES, packed(`9 0 ${act}`)])), 'packed').toBe('file_active');
    const unnamed = streamOf(
      '/N 1 /First 4 /Filter [/FlateDecode]',
      deflateSync(Buffer.from(`9 0 ${act}`)),
    );
    expect(verdict(pdfOf([...PAGES, unnamed])), 'packed without saying so').toBe('file_active');
  });

  it('is found inside of what looks like a stream, a text or a remark', () => {
    const hidden = '9 0 obj << /S /JavaScript >> endobj';
    expect(verdict(pdfOf([...PAGES, streamOf('', Buffer.from(hidden))]))).toBe('file_active');
    expect(verdict(pdfOf([...PAGES, `<< /Title (${hidden}) >>`]))).toBe('file_active');
    expect(verdict(pdfOf([...PAGES, `<< >> % ${hidden}`]))).toBe('file_active');
    const fake = '<< /X (>>\nstream\n) /S /JavaScript >>';
    expect(verdict(pdfOf([...PAGES, fake]))).toBe('file_active');
  });

  it('is refused when its packed objects cannot be followed', () => {
    const odd = [
      packed('9 0 <<>>', '/Filter /LZWDecode'),
      packed('9 0 <<>>', '/Filter [/ASCIIHexDecode /FlateDecode]'),
      packed('9 0 <<>>', '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>'),
      packed('9 0 <<>>', '/Filter 7 0 R'),
      packed('9 0 <<>>', ''),
      streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', Buffer.from('no zlib')),
      streamOf(
        '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
        deflateSync(Buffer.alloc(80_000_000)),
      ),
    ];
    for (const object of odd) expect(verdict(pdfOf([...PAGES, object]))).toBe('file_damaged');
  });
});

describe('a PDF that is not what it says', () => {
  it('is refused when it is locked', () => {
    expect(verdict(pdfOf(PAGES, '/Root 1 0 R /Encrypt 9 0 R'))).toBe('file_encrypted');
    expect(verdict(pdfOf([...PAGES, '<< /Type /XRef /Encr#79pt 9 0 R >>']))).toBe('file_encrypted');
  });

  it('is refused when it broke off, wherever', () => {
    const whole = plainPdf();
    fc.assert(
      fc.property(fc.integer({ min: 20, max: whole.length - 3 }), (cut) => {
        expect(verdict(whole.subarray(0, cut))).not.toBe('ok');
      }),
    );
    expect(
      verdict(Buffer.concat([whole.subarray(0, 80), Buffer.from('\nstartxref\n9\n%%EOF')])),
    ).toBe('file_damaged');
  });

  it('is refused when it is something else too', () => {
    const whole = plainPdf();
    const page = Buffer.from('<html><script>1</script>');
    expect(verdict(Buffer.concat([page, whole]))).toBe('file_mixed');
    expect(looksLikePdf(Buffer.concat([page, whole]))).toBe(true);
    expect(verdict(Buffer.concat([whole, gzipSync('more')]))).toBe('file_damaged');
    expect(verdict(pdfOf([...PAGES, '<< /Title (<script>1</script>) >>']))).toBe('file_mixed');
    const zip = Buffer.alloc(22);
    zip.writeUInt32BE(0x504b0506, 0);
    const tail = whole.subarray(-40);
    zip.writeUInt16LE(tail.length, 20);
    expect(verdict(Buffer.concat([whole.subarray(0, -40), zip, tail]))).toMatch(/file_/);
  });

  it('never takes longer for being odd', () => {
    const heads = [Buffer.from('obj '.repeat(200_000)), Buffer.from('obj ('.repeat(200_000))];
    for (const mess of heads) {
      const started = performance.now();
      expect(verdict(pdfOf([...PAGES, mess]))).toBe('file_damaged');
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });

  it.each([
    [
      'a filter before nothing',
      `/Type /ObjStm /Filter /FlateDecode${' '.repeat(30_000)}x >>\nstream`,
    ],
    ['a list that never ends', `/Type /ObjStm /Filter [${' '.repeat(30_000)}x >>\nstream`],
    ['an action without an end', `/OpenAction [1 0 R /${'l'.repeat(30_000)} ! >>`],
    ['a name that is a number', `/OpenAction [${'1'.repeat(30_000)} >>`],
  ])('is looked at in one go: %s', (_what, words) => {
    const started = performance.now();
    expect(verdict(pdfOf([...PAGES, `<< ${words}`]))).toMatch(/file_(damaged|active)/);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is refused when its packed objects are many small bombs', () => {
    const bomb = packed(' '.repeat(20_000_000));
    expect(verdict(pdfOf([...PAGES, bomb]))).toBe('ok');
    expect(verdict(pdfOf([...PAGES, bomb, bomb, bomb, bomb]))).toBe('file_damaged');
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (noise, text) => {
        verdict(pdfOf([...PAGES, Buffer.from(noise), Buffer.from(text)]));
        verdict(noise);
      }),
    );
  });
});

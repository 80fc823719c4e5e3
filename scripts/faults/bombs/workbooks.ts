import { zip, type ZipPart } from './zip'

/** A workbook that an office might bring by mistake or somebody with a purpose. */
export interface WorkbookBomb {
  name: string
  file: Buffer
  /** `refused`: with a sentence for the file as a whole. `read`: with or without problems in its rows. */
  expect: 'refused' | 'read'
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

interface Sheet {
  name?: string
  /** Inside `<sheetData>`. */
  rows?: string
  /** Behind it. */
  after?: string
  /** Before the root. */
  doctype?: string
}

const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
const village = (name: string, row = 2) => `<row r="${row}">${inline(`A${row}`, name)}</row>`
const heading = `<row r="1">${inline('A1', '村名')}</row>`

/** The parts of a workbook with one sheet. */
function workbook({
  name = '村',
  rows = heading + village('小营村'),
  after = '',
  doctype = '',
}: Sheet = {}): ZipPart[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return [
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${head}${doctype}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `${head}${doctype}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    },
  ]
}

const columnName = (column: number): string =>
  column === 0
    ? ''
    : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
const many = (times: number, make: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => make(at)).join('')

/** Names that mean something to the language they are read in. */
const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const prototypeHeadings = `<row r="1">${[...prototypeNames, '村名'].map((name, at) => inline(`${columnName(at + 1)}1`, name)).join('')}</row>`

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${many(9, (at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)}<!ENTITY file SYSTEM "file:///etc/passwd">]>`

/** @param scale 1 for those of full size */
export function workbookBombs(scale = 1): WorkbookBomb[] {
  const good = zip(workbook())
  const million = Math.round(1_048_576 * scale)
  const zeros = Buffer.alloc(Math.round(210 * 1024 * 1024 * scale))
  const withPart = (part: ZipPart) => zip([...workbook(), part])
  const sheet = (one: Sheet) => zip(workbook(one))
  return [
    { name: 'a good one', file: good, expect: 'read' },
    { name: 'nothing', file: Buffer.alloc(0), expect: 'refused' },
    { name: 'three bytes', file: Buffer.from('PK\x03', 'latin1'), expect: 'refused' },
    { name: 'a text', file: Buffer.from('村名\n小营村\n'), expect: 'refused' },
    { name: 'a picture', file: Buffer.from('89504e470d0a1a0a', 'hex'), expect: 'refused' },
    { name: 'more than 20 MB', file: Buffer.alloc(20 * 1024 * 1024 + 1, 0x50), expect: 'refused' },
    { name: 'a bomb in a sheet', file: sheet({ rows: zeros.toString('latin1') }), expect: 'refused' },
    {
      name: 'a bomb beside the sheets',
      file: withPart({ name: 'xl/media/image1.png', text: zeros }),
      expect: 'refused',
    },
    {
      name: 'a bomb whose head says ten bytes',
      file: withPart({ name: 'docProps/app.xml', text: zeros, saysBytes: 10 }),
      expect: 'refused',
    },
    {
      name: 'a bomb behind the parts that are counted',
      file: zip([...workbook(), { name: 'xl/sharedStrings.xml', text: zeros }], 1),
      expect: 'refused',
    },
    { name: 'a zip in a zip', file: zip([{ name: 'roster.xlsx', text: good }]), expect: 'refused' },
    {
      name: 'a zip beside the sheets',
      file: withPart({ name: 'xl/embeddings/oleObject1.bin', text: zip([{ name: 'a', text: good }]) }),
      expect: 'read',
    },
    {
      name: 'a million rows',
      file: sheet({ rows: heading + many(million, (at) => `<row r="${at + 2}"/>`) }),
      expect: 'refused',
    },
    {
      name: 'the last row of a sheet, and nothing between',
      file: sheet({ rows: heading + village('小营村', 1_048_576) }),
      expect: 'read',
    },
    {
      name: '16384 columns',
      file: sheet({
        rows: `<row r="1">${many(16_384, (at) => inline(`${columnName(at + 1)}1`, at === 0 ? '村名' : `列${at}`))}</row>${village('小营村')}`,
      }),
      expect: 'read',
    },
    {
      name: '16384 columns in fifty rows',
      file: sheet({
        rows: many(
          50,
          (row) =>
            `<row r="${row + 1}">${many(16_384, (at) => `<c r="${columnName(at + 1)}${row + 1}" />`)}</row>`,
        ),
      }),
      expect: 'refused',
    },
    {
      name: 'all cells of a sheet merged into one',
      file: sheet({ after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
      expect: 'refused',
    },
    {
      name: 'a rule for every cell of a sheet',
      file: sheet({
        after:
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      }),
      expect: 'read',
    },
    {
      name: 'links to other workbooks',
      file: zip([
        ...workbook({
          rows: `${heading}<row r="2"><c r="A2" t="str"><f>[1]Sheet1!A1</f><v>小营村</v></c></row>`,
        }),
        {
          name: 'xl/externalLinks/externalLink1.xml',
          text: `${head}<externalLink xmlns="${main}"><externalBook xmlns:r="${office}" r:id="rId1"/></externalLink>`,
        },
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          text: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/externalLinkPath" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>`,
        },
      ]),
      expect: 'read',
    },
    {
      name: 'a formula without a result',
      file: sheet({
        rows: `${heading}<row r="2"><c r="A2"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c></row>`,
      }),
      expect: 'read',
    },
    {
      name: 'entities within entities',
      file: sheet({ doctype: laughs, rows: heading + village('&amp;j;&j;') }),
      expect: 'refused',
    },
    {
      name: 'an entity that is a file',
      file: sheet({ doctype: laughs, rows: heading + village('&file;') }),
      expect: 'refused',
    },
    {
      name: 'headings that are words of the language',
      file: sheet({ rows: prototypeHeadings + village('小营村') }),
      expect: 'read',
    },
    ...prototypeNames.map((name): WorkbookBomb => ({
      name: `a sheet called ${name}`,
      file: sheet({ name }),
      expect: 'refused',
    })),
    {
      name: 'a village called __proto__',
      file: sheet({ rows: heading + village('__proto__') }),
      expect: 'read',
    },
    {
      name: 'a cell far outside',
      file: sheet({ rows: `${heading}<row r="2">${inline('ZZZZZZ2', '小营村')}</row>` }),
      expect: 'refused',
    },
    {
      name: 'a part that climbs out',
      file: withPart({ name: '../../../../tmp/climbed.xml', text: 'x' }),
      expect: 'read',
    },
    {
      name: 'a part with an absolute name',
      file: withPart({ name: '/etc/climbed.xml', text: 'x' }),
      expect: 'read',
    },
    { name: 'XML that does not end', file: sheet({ rows: '<row r="1"><c' }), expect: 'refused' },
    { name: 'no sheet at all', file: zip(workbook().slice(0, 1)), expect: 'refused' },
    {
      name: 'a text of a million letters',
      file: sheet({ rows: heading + village('村'.repeat(1_000_000)) }),
      expect: 'read',
    },
    ...Array.from({ length: 12 }, (_, at): WorkbookBomb => ({
      name: `cut after ${at + 1} of 13 pieces`,
      file: good.subarray(0, Math.floor((good.length * (at + 1)) / 13)),
      expect: 'refused',
    })),
  ]
}

import ExcelJS from 'exceljs'

export type Cells = Readonly<Record<string, readonly (readonly unknown[])[]>>

/** A workbook of sheets, each a heading row and its rows; `change` may do what a table of values cannot. */
export async function makeWorkbook(
  sheets: Cells,
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
  }
  change(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export const headings = {
  村: ['村名'],
  代表: ['姓名', '性别', '手机号', '代表级别', '代表证号', '选区', '代表小组', '小组职务', '所在村', '职业'],
  承办单位: [
    '单位名称',
    '单位类型',
    '主管局委',
    '负责人',
    '负责人电话',
    '分管领导',
    '分管领导电话',
    '经办人',
    '经办人电话',
  ],
  站点: ['站点名称', '站点类型', '所在村', '地址', '开放时间', '接访日', '接访时间', '值守代表'],
  工作人员: ['姓名', '手机号', '岗位'],
} as const

/** A small town that is right in everything; a test changes the row that it is about. */
export const rows = () => ({
  村: [['大郭西村'], ['小营村']] as unknown[][],
  代表: [
    [
      '王建国',
      '男',
      '13800000001',
      '镇人大代表',
      '镇001',
      '第一选区',
      '第一代表小组',
      '组长',
      '大郭西村',
      '种植户',
    ],
    ['张春梅', '女', '13800000002', '镇代表', '镇002', '第一选区', '第一代表小组', '', '小营村', '教师'],
    [
      '王建国',
      '男',
      '13800000001',
      '市人大代表',
      '市001',
      '第三选区',
      '第一代表小组',
      '',
      '大郭西村',
      '种植户',
    ],
  ] as unknown[][],
  承办单位: [
    [
      '镇水利站',
      '镇直部门',
      '县水利局',
      '李海',
      '13800000011',
      '吴涛',
      '13800000012',
      '赵永强',
      '13800000013',
    ],
    ['镇供电所', '基层站所', '县供电公司', '', '', '', '', '', ''],
  ] as unknown[][],
  站点: [
    [
      '大郭西人大代表活动室',
      '代表活动室',
      '大郭西村',
      '村委会一楼',
      '工作日 9:00—17:00',
      '每月第二个星期二',
      '9:00',
      '王建国、张春梅',
    ],
  ] as unknown[][],
  工作人员: [
    ['陈静', '13800000021', '镇人大办工作人员'],
    ['周明德', '13800000022', '主席团成员'],
    ['林晓', '13800000023', '县人大工作人员'],
  ] as unknown[][],
})

export const workbookOf = (town: ReturnType<typeof rows>, change?: (workbook: ExcelJS.Workbook) => void) =>
  makeWorkbook(
    Object.fromEntries(
      (Object.keys(headings) as (keyof typeof headings)[]).map((sheet) => [
        sheet,
        [headings[sheet], ...town[sheet]],
      ]),
    ),
    change,
  )

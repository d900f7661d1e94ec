/** The sentences about units in the course of time, in Vietnamese. */
import { formatCount } from '#domain/numbers.ts';

export const unitsVi = {
  title: 'Đơn vị hành chính',
  search: 'Tìm đơn vị',
  searchHint: 'Tên, tên cũ hoặc mã',
  found: (n: number) => (n === 0 ? 'Không tìm thấy đơn vị nào' : `${formatCount(n)} đơn vị`),
  notFound: (query: string) => `Không có đơn vị nào tên hoặc mã “${query}”.`,
  ownPlace: 'Nơi của anh, chị',
  fromTheTop: 'Từ trên xuống',
  chooseOne: 'Chọn một đơn vị để xem tên, cấp trên và đơn vị trước sáp nhập.',
  count: (n: number) => `${formatCount(n)} đơn vị trên máy này.`,
  source: (source: string, day: string, n: number) => `Danh mục: ${source}, ngày ${day}, ${formatCount(n)} đơn vị.`,
  own: 'Đơn vị của anh, chị',
  code: (code: string) => `mã ${code}`,
  formerly: (name: string) => `tên cũ: ${name}`,
  endedOn: (day: string) => `kết thúc ngày ${day}`,
  nowIn: (name: string) => `nay thuộc ${name}`,
  endedNote:
    'Đơn vị này đã kết thúc. Bản ghi vẫn mang tên nó; đơn vị kế thừa đọc được, và việc chưa gửi vẫn được nhận.',
  endedOwn: 'Anh, chị vẫn ở đơn vị này: nhờ người quản trị chuyển tài khoản sang đơn vị kế thừa.',
  names: 'Tên gọi qua các thời kỳ',
  name: 'Tên',
  validity: 'Hiệu lực',
  days: (from: string, until: string) => {
    if (from === '') return until === '' ? 'đến nay' : `đến hết ${until}`;
    return until === '' ? `từ ${from}` : `${from} – ${until}`;
  },
  since: (day: string) => `từ ${day}`,
  carriesOn: 'Kế thừa',
  carriesOnNote: 'Danh sách và số liệu của đơn vị này gồm cả những gì đã ghi ở các đơn vị dưới đây.',
  carriedOnBy: 'Đơn vị kế thừa',
  above: 'Trực thuộc',
  belowTitle: 'Cấp dưới',
  below: (n: number) => (n === 0 ? 'không có cấp dưới' : `${formatCount(n)} đơn vị`),
  madeIn: (unit: string) => `ghi ở ${unit}`,
  keptAsMade: 'Ghi ở đơn vị trước sáp nhập: xem được, không sửa ở đây.',
  plansCarriedOn: 'Của đơn vị trước sáp nhập',
  filter: 'Đơn vị',
};
